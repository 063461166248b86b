"""Commands that have more to them than a few lines."""

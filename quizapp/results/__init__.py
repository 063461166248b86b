"""What answers mean: where a learner stands on the scale of bands, by set and by topic."""

from quizapp.results.stretch import BAND_NAMES, Stretch, stretch_of

__all__ = ["BAND_NAMES", "Stretch", "stretch_of"]

"""The recipe that makes the English pipeline from a folder of annotated text; only the recipe needs its packages."""

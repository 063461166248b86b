"""Maps for map questions: from places to the shapes of a picture, apart because it knows geometry and no question."""

from quizapp.maps.drawing import draw_map
from quizapp.maps.picture import MapPicture, Pin, PlacedPin

__all__ = ["MapPicture", "Pin", "PlacedPin", "draw_map"]

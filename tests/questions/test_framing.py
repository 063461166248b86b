"""Frames: the words that say which story a stem is about, put on and taken off."""

import pytest

from quizapp.questions import framed, is_framed, titled_frame, topical_frame, without_frame


@pytest.mark.parametrize(
    ("heading", "frame"),
    [
        ("The Kelmarsh Canal", "In “The Kelmarsh Canal”"),
        ("Ferry refloated.", "In “Ferry refloated”"),
        ("Mayor calls cuts “a mistake”", "In “Mayor calls cuts ‘a mistake’”"),
        ('LOSS OF THE STEAMER "ADA"', "In “Loss of the Steamer ‘Ada’”"),
        ("HMS ADA OF KIEL", "In “HMS Ada of Kiel”"),
        ("", ""),
        ("A heading of far more words than any stem could ever carry before its question begins", ""),
    ],
)
def test_a_heading_becomes_a_frame(heading: str, frame: str) -> None:
    assert titled_frame(heading) == frame


def test_names_become_a_frame() -> None:
    assert topical_frame(["Norway", "Malawi"]) == "In the story of Norway and Malawi"
    assert topical_frame([]) == ""


@pytest.mark.parametrize(
    ("stem", "whole"),
    [
        ("How long did it last?", "In “Ada”, how long did it last?"),
        ("Fill in a year: It sank in ____.", "In “Ada”, fill in a year: It sank in ____."),
        ("Put four events in order.", "In “Ada”, put four events in order."),
        ("Six men left Hull.", "In “Ada”: Six men left Hull."),
    ],
)
def test_a_stem_reads_on_from_its_frame(stem: str, whole: str) -> None:
    assert framed("In “Ada”", stem) == whole
    assert is_framed(whole) and not is_framed(stem)
    assert without_frame(whole).lower() == stem.lower()
    assert without_frame(stem) == stem


def test_a_frame_of_names_comes_off_too() -> None:
    assert without_frame("In the story of Norway and Malawi, who led the team?") == "who led the team?"
    assert without_frame("In the story of Norway: Six men left.") == "Six men left."
    assert not is_framed("In the story, who led the team?")

"""Questions from what stands right beside a name: roles, ages, abbreviations, and the words that somebody said."""

import pytest

from quizapp.generation.generate import draft_every_question
from quizapp.questions import Question, without_frame
from quizapp.reports import report_from_text

TITLE = "Thieves empty the museum"
CAST = (
    "Brigitte Moser, a chief inspector, led the search. Rupert Faller, the museum director, waited. "
    "Captain Hugo Lind, 58, sailed on. "
)


def drafts(text: str) -> list[Question]:
    return draft_every_question(report_from_text(f"{TITLE}\n\n{text}\n"), 0)


def keys(text: str) -> dict[str, str]:
    return {
        without_frame(one.stem).lower(): one.key.text if one.key else str(one.value or " | ".join(one.accepted))
        for one in drafts(text)
    }


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        ("The alarm was raised by a security guard, Josef Kranz.", "a “security guard”", "Josef Kranz"),
        ("The historian Gaetano Lucchesi watched.", "a “historian”", "Gaetano Lucchesi"),
        ("The finance minister, Katrin Voss, paid.", "the “finance minister”", "Katrin Voss"),
        ("Martin Pell, a 37-year-old bus driver, saw it.", "a “bus driver”", "Martin Pell"),
    ],
)
def test_a_role_beside_a_name_is_asked_in_the_words_of_the_report(text: str, stem: str, key: str) -> None:
    assert keys(CAST + text).get(f"who is described as {stem}?", "").startswith(key)


@pytest.mark.parametrize(
    "text",
    [
        "The museum closed. Its director, Joan Abiola, wept.",
        "Her grandson Carl Brandt paid.",
        "“We knew,” said surgeon Ann Lee. A second surgeon, Ida Holm, agreed.",
        "The present chairman, Alastair Kite, paid.",
    ],
)
def test_a_role_that_leans_on_another_sentence_or_that_two_hold_is_left(text: str) -> None:
    asked = [stem for stem in keys(text) if "described" in stem]
    assert not [stem for stem in asked if any(word in stem for word in ("director", "grandson", "surgeon", "chairman"))]


def test_an_age_beside_a_name_is_asked() -> None:
    assert keys(CAST)["what age in years is given for hugo lind?"] == "58"


def test_what_letters_stand_for_is_typed_in_full_only() -> None:
    asked = [one for one in drafts("The Marren Wildlife Trust (MWT) sued.") if one.form == "stands-for"]
    assert [one.accepted for one in asked] == [("Marren Wildlife Trust",)]


def test_letters_that_are_no_initials_are_not_asked() -> None:
    assert not [one for one in drafts("The Marren Wildlife Trust (Lagos) sued.") if one.form == "stands-for"]


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("“They knew which case to open,” recalled Brigitte Moser.", "Who said: “They knew which case to open”?"),
        ("Brigitte Moser arrived. “They knew which case to open,” she said.",
         "Who said: “They knew which case to open”?"),
        ("“Glass is sand and patience,” Brigitte Moser wrote.", "Who wrote: “Glass is sand and patience”?"),
        ("Brigitte Moser conceded that “nobody has ever built anything here on time”.",
         "Who used the words “nobody has ever built anything here on time”?"),
        ("“You have lent us your boat,” said Brigitte Moser. “We mean to bring it back.”",
         "Who said: “We mean to bring it back”?"),
    ],
)  # fmt: skip
def test_words_whose_speaker_stands_beside_them_are_asked(text: str, stem: str) -> None:
    assert stem.lower() in keys(text)


@pytest.mark.parametrize(
    "text",
    [
        "“They knew which case to open,” a guard said. Brigitte Moser left.",
        "Brigitte Moser told Josef Kranz of “a door that nobody had thought to lock”.",
        "“Nobody,” said Brigitte Moser, “had thought to lock the door”.",
    ],
)
def test_words_that_may_be_anothers_or_are_half_a_sentence_are_left(text: str) -> None:
    assert not [stem for stem in keys(text) if stem.startswith("who") and "“" in stem and "described" not in stem]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“The hill did not fall. The wall did,” a retired geologist, Hector Lozano, told a meeting in 2015.",
         "The hill did not fall. The wall did"),
        ("“I took it for a fence,” admitted the driver, Hector Lozano, 44, who rang the council.",
         "I took it for a fence"),
        ("“I think we have it,” declared director-general Hector Lozano.", "I think we have it"),
    ],
)  # fmt: skip
def test_a_speaker_set_beside_a_role_is_asked(text: str, words: str) -> None:
    asked = [one for one in drafts(text) if one.form == "who-said"]
    assert [without_frame(one.stem) for one in asked] == [f"who said: “{words}”?"]
    assert "Hector Lozano" in asked[0].accepted


def test_an_age_within_a_role_is_asked() -> None:
    asked = keys("Hector Lozano, the 67-year-old boatman, rowed.")
    assert asked["what age in years is given for hector lozano?"] == "67"


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        ("The STA's chairwoman, Joyce Rotich, waited.", "“the STA's chairwoman”", "Joyce Rotich"),
        ("Hector Lozano and his assistant, Gustav Brand, took readings in Leith.", "hector lozano's “assistant”",
         "Gustav Brand"),
    ],
)  # fmt: skip
def test_a_role_is_asked_by_whose_it_is(text: str, stem: str, key: str) -> None:
    assert keys(text).get(f"who is described as {stem.lower()}?", "").startswith(key)


@pytest.mark.parametrize(
    "text",
    [
        "Hector Lozano's colleague, Gustav Brand, slept. Hector Lozano's colleague, Ida Holm, rowed.",
        "The growers of Leith sued. Their lawyer, Daniel Kiprono, called it a great day.",
    ],
)
def test_a_role_that_two_have_or_whose_owner_has_no_name_is_left(text: str) -> None:
    assert not [stem for stem in keys(text) if "colleague" in stem or "lawyer" in stem]


def test_a_surname_is_accepted_with_its_particle() -> None:
    assert "da Maia" in keys("The chief engineer, Manuel da Maia, waited.")["who is described as the “chief engineer”?"]

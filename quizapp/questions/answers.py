"""What each interaction asks its document for: options, accepted spellings, a number, an order, pairs, a place."""

import string
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import cast

from quizapp.questions.evidence import read_evidence
from quizapp.questions.fields import Fields
from quizapp.questions.question import Interaction, MapTarget, Option, Side

OPTION_KEYS = ("id", "text", "correct", "why", "side", "evidence")
PLACE_KEYS = ("option", "latitude", "longitude", "radius_km")
USES: dict[Interaction, tuple[str, ...]] = {
    "choice": ("options",),
    "true_false": ("options",),
    "numeric": ("value", "tolerance"),
    "text": ("accepted",),
    "cloze": ("accepted",),
    "ordering": ("options", "order"),
    "matching": ("options", "pairs"),
    "map": ("options", "place"),
}
ANSWER_KEYS = ("options", "accepted", "value", "tolerance", "order", "pairs", "place")


@dataclass(frozen=True, slots=True)
class Answers:
    """The answering half of a question; what its interaction does not use is empty."""

    options: tuple[Option, ...] = ()
    accepted: tuple[str, ...] = ()
    value: int | float | None = None
    tolerance: int | float | None = None
    order: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    place: MapTarget | None = None


def read_answers(fields: Fields, interaction: Interaction) -> Answers:
    """The answers of a document; fields of other interactions are problems."""
    for name in ANSWER_KEYS:
        if name not in USES[interaction] and fields.given(name):
            fields.note(name, f"leave this out: a {interaction} question has no use for it.")
    match interaction:
        case "choice" | "true_false":
            options = _options(fields)
            if sum(option.correct for option in options) != 1:
                fields.note("options", "mark exactly one option as correct.")
            if interaction == "true_false" and sorted(option.text for option in options) != ["False", "True"]:
                fields.note("options", "give the options True and False.")
            return Answers(options=options)
        case "numeric":
            return _numeric(fields)
        case "text" | "cloze":
            accepted = fields.texts("accepted")
            if not accepted:
                fields.note("accepted", "list at least one accepted spelling.")
            return Answers(accepted=accepted)
        case "ordering":
            return _ordering(fields)
        case "matching":
            return _matching(fields)
        case "map":
            return _map(fields)


def _options(fields: Fields, at_least: int = 2) -> tuple[Option, ...]:
    options: list[Option] = []
    for index, item in enumerate(fields.items("options")):
        letter = string.ascii_lowercase[index] if index < 26 else f"option{index + 1}"
        document = {"text": item} if isinstance(item, str | int | float) else item
        name = document.get("id") if isinstance(document, Mapping) else None
        option = Fields(document, fields.at(f"options.{name or letter}"), fields.problems, OPTION_KEYS)
        side = cast(Side, option.choice("side", ("left", "right"))) if option.given("side") else None
        options.append(
            Option(
                option.text("id", letter),
                option.text("text"),
                option.flag("correct"),
                option.text("why", ""),
                side,
                read_evidence(option),
            )
        )
    if len(options) < at_least:
        fields.note("options", f"list at least {at_least} options.")
    if len({option.id for option in options}) < len(options):
        fields.note("options", "give every option an id of its own.")
    return tuple(options)


def _numeric(fields: Fields) -> Answers:
    value, tolerance = fields.number("value"), fields.number("tolerance", 0)
    if tolerance < 0:
        fields.note("tolerance", "give a tolerance of 0 or more.")
    return Answers(value=value, tolerance=tolerance)


def _ordering(fields: Fields) -> Answers:
    options = _options(fields, 3)
    ids = tuple(option.id for option in options)
    # Options listed by hand without an order are listed first to last.
    order = fields.texts("order") if fields.given("order") else ids
    if sorted(order) != sorted(ids):
        fields.note("order", "name the id of every option once, first to last.")
    return Answers(options=options, order=order)


def _matching(fields: Fields) -> Answers:
    pairs: list[tuple[str, str]] = []
    for index, item in enumerate(fields.items("pairs")):
        if isinstance(item, list | tuple) and len(item) == 2 and all(isinstance(end, str) for end in item):
            pairs.append((item[0], item[1]))
        else:
            fields.note(f"pairs.{index}", "give a pair: the left and the right.")
    if not fields.given("options"):
        return _matching_by_text(fields, pairs)
    options = _options(fields, 4)
    left = [option.id for option in options if option.side == "left"]
    right = [option.id for option in options if option.side == "right"]
    if len(left) + len(right) < len(options):
        fields.note("options", "put every option on a side: left or right.")
    if sorted(pair[0] for pair in pairs) != sorted(left) or not {pair[1] for pair in pairs} <= set(right):
        fields.note("pairs", "pair every option on the left once, with an option on the right.")
    return Answers(options=options, pairs=tuple(pairs))


def _matching_by_text(fields: Fields, pairs: list[tuple[str, str]]) -> Answers:
    """Pairs written by hand as texts: the options follow from them."""
    if len(pairs) < 2:
        fields.note("pairs", "list at least two pairs.")
    letters = string.ascii_lowercase
    if len({left for left, _ in pairs}) < len(pairs) or len(pairs) > len(letters):
        fields.note("pairs", "give every text on the left once.")
        return Answers()
    right = list(dict.fromkeys(text for _, text in pairs))
    left_ids = {text: letters[index] for index, (text, _) in enumerate(pairs)}
    right_ids = {text: f"{letters[index]}{letters[index]}" for index, text in enumerate(right)}
    options = [Option(left_ids[text], text, side="left") for text in left_ids]
    options += [Option(right_ids[text], text, side="right") for text in right_ids]
    return Answers(options=tuple(options), pairs=tuple((left_ids[one], right_ids[other]) for one, other in pairs))


def _map(fields: Fields) -> Answers:
    options = _options(fields)
    if not fields.given("place"):
        fields.note("place", "say where the place lies: option, latitude, longitude, radius_km.")
        return Answers(options=options)
    place = Fields(fields.document["place"], fields.at("place"), fields.problems, PLACE_KEYS)
    target = MapTarget(
        place.text("option"),
        float(place.number("latitude")),
        float(place.number("longitude")),
        float(place.number("radius_km")),
    )
    if target.option not in {option.id for option in options}:
        place.note("option", "name the id of one of the options.")
    if abs(target.latitude) > 90 or abs(target.longitude) > 180:
        place.note("latitude", "give degrees: latitude from -90 to 90, longitude from -180 to 180.")
    if target.radius_km <= 0:
        place.note("radius_km", "give a radius above 0 kilometres.")
    marked = [option.id for option in options if option.correct]
    if marked not in ([], [target.option]):
        fields.note("options", "mark as correct the option that place names, and no other.")
    return Answers(
        options=tuple(replace(option, correct=option.id == target.option) for option in options), place=target
    )

"""The set of questions beside this file, one for each interaction: which of them a page shows, and what is right."""

from pathlib import Path

from lxml import html

FOLDER = Path(__file__).parent / "questions"
SLUG = "harra-ferry"
TITLE = "A ferry for Harra"
# Words of a question that stand on no other's page.
TELLING = {
    "choice": "When did the Maid of Orrin run aground",
    "true_false": "bought the Solan on 9 September 2020",
    "numeric": "at least how many welds",
    "text": "Who took the Solan",
    "cloze": "on 2 May 2023",
    "ordering": "Put these events in order",
    "matching": "Who said what",
    "map": "From where did Edda Lund bring",
}
RIGHT = {
    "choice": "14 March 2019",
    "true_false": "False",
    "numeric": "120",
    "text": "Edda Lund",
    "cloze": "Skarvik",
    "map": "Bergen",
}
WRONG = {
    "choice": "3 June 2020",
    "true_false": "True",
    "numeric": "7",
    "text": "Ada Quill",
    "cloze": "Stavanger",
    "map": "Stavanger",
}
ORDER = (
    "The Maid of Orrin ran aground.",
    "The council of Orrin County bought the Solan.",
    "The first crossing of the Solan took place.",
    "A new terminal opened at Skarvik.",
)
PAIRS = {"Edda Lund": "The island breathes again", "Ada Quill": "We had no time to lose"}


def interaction_of(text: str) -> str:
    """Which question a page shows, by its words."""
    words = " ".join(text.split())
    [found] = [interaction for interaction, telling in TELLING.items() if telling in words]
    return found


def right_answer(tree: html.HtmlElement) -> dict[str, str]:
    """What the form of a question's page sends for the right answer."""
    return _answer(tree, RIGHT, ORDER, PAIRS)


def wrong_answer(tree: html.HtmlElement) -> dict[str, str]:
    """What it sends for a wrong one."""
    crossed = dict(zip(PAIRS, reversed(PAIRS.values()), strict=True))
    return _answer(tree, WRONG, ORDER[::-1], crossed)


def _answer(
    tree: html.HtmlElement, words: dict[str, str], order: tuple[str, ...], pairs: dict[str, str]
) -> dict[str, str]:
    interaction = interaction_of(tree.xpath("string(//main)"))
    match interaction:
        case "numeric" | "text" | "cloze":
            return {"answer": words[interaction]}
        case "ordering":
            shown = [item.text_content() for item in tree.xpath("//ol[li//button]/li")]
            values = tree.xpath("string(//input[@name='order']/@value)").split(",")
            return {"order": ",".join(values[_place_of(event, shown)] for event in order)}
        case "matching":
            return {_field(tree, left).get("name"): _option(_field(tree, left), pairs[left]) for left in pairs}
    labels = tree.xpath("//label[.//input[@type='radio']]")
    label = labels[_place_of(words[interaction], [one.text_content() for one in labels])]
    return {"answer": label.xpath("string(.//input/@value)")}


def _field(tree: html.HtmlElement, left: str) -> html.HtmlElement:
    [label] = [one for one in tree.xpath("//label[@for]") if one.text_content().strip() == left]
    [found] = tree.xpath(f"//select[@id='{label.get('for')}']")
    return found


def _option(field: html.HtmlElement, words: str) -> str:
    [found] = [one.get("value") for one in field.iter("option") if words in one.text_content()]
    return str(found)


def _place_of(words: str, texts: list[str]) -> int:
    [place] = [place for place, text in enumerate(texts) if words in text]
    return place

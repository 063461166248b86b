"""Ordering, matching and maps: each by every way that there is, with a script and without."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import harra
from tests.browser.keyboard import Keyboard
from tests.browser.site import Person, skip

Open = Callable[..., BrowserContext]
both_ways = pytest.mark.parametrize("script", [True, False], ids=["with a script", "without a script"])


@pytest.fixture
def asked(open_context: Open) -> Callable[..., Page]:
    """A page with the question of an interaction."""

    def ask(interaction: str, **options: object) -> Page:
        context = open_context(**options)
        path = Person(context).take(skip, until=harra.TELLING[interaction], mode="assessment")
        page = context.new_page()
        page.goto(path)
        assert harra.interaction_of(page.locator("main").inner_text()) == interaction
        return page

    return ask


def events(page: Page) -> list[str]:
    items = page.locator("ol > li:has(button)").all_inner_texts()
    return [next(event for event in harra.ORDER if event in " ".join(item.split())) for item in items]


def is_right(page: Page) -> None:
    """The answer on the page is saved, and the result says that it was right."""
    stem = next(telling for telling in harra.TELLING.values() if telling in page.locator("main").inner_text())
    for button in ("Save my answer", *["I don’t know"] * len(harra.TELLING)):
        if page.url.endswith("/result"):
            break
        number = page.url
        page.get_by_role("button", name=button).click()
        expect(page).not_to_have_url(number)
    line = page.locator("details", has_text=stem).locator("summary")
    expect(line.get_by_role("img", name="Right", exact=True)).to_be_visible()


@both_ways
def test_events_are_put_in_order_by_their_buttons(asked: Callable[..., Page], script: bool) -> None:
    page = asked("ordering", java_script_enabled=script)
    sent = []
    page.on("request", lambda request: sent.append(request.method))
    for place, event in enumerate(harra.ORDER):
        while (now := events(page).index(event)) > place:
            page.get_by_role("button", name=f"Move up: {event}").click()
            expect(page.locator("ol > li:has(button)").nth(now - 1)).to_contain_text(event)
    assert ("POST" in sent) is not script, "a script saves the way to the server"
    for nowhere in (f"Move up: {harra.ORDER[0]}", f"Move down: {harra.ORDER[-1]}"):
        expect(page.get_by_role("button", name=nowhere, disabled=False)).to_have_count(0)
    is_right(page)


@both_ways
def test_an_order_half_made_outlasts_a_reload(asked: Callable[..., Page], script: bool) -> None:
    page = asked("ordering", java_script_enabled=script)
    first, second, *rest = events(page)
    page.get_by_role("button", name=f"Move down: {first}").click()
    expect(page.locator("ol > li:has(button)").first).to_contain_text(second)
    page.reload()
    assert events(page) == [second, first, *rest]


def test_an_event_moves_by_arrow_keys_and_keeps_the_focus(asked: Callable[..., Page]) -> None:
    page = asked("ordering")
    keyboard = Keyboard(page)
    first, second, third, fourth = events(page)
    keyboard.tab_to(f"Move down: {first}")
    keyboard.press("ArrowDown")
    assert events(page) == [second, first, third, fourth]
    assert first in keyboard.focused
    keyboard.press("ArrowDown", "ArrowDown")
    assert events(page) == [second, third, fourth, first]
    assert first in keyboard.focused
    expect(page.get_by_role("status")).to_have_text(re.compile(f"{re.escape(first)}.*4 of 4"))


def test_an_event_moves_by_dragging(asked: Callable[..., Page]) -> None:
    page = asked("ordering")
    first, second, *rest = events(page)
    items = page.locator("ol > li:has(button)")
    start, end = items.nth(0).bounding_box(), items.nth(1).bounding_box()
    assert start is not None and end is not None
    page.mouse.move(start["x"] + 60, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(end["x"] + 60, end["y"] + end["height"] - 2, steps=8)
    page.mouse.up()
    assert events(page) == [second, first, *rest]


@both_ways
def test_pairs_are_matched_by_lists(asked: Callable[..., Page], script: bool) -> None:
    page = asked("matching", java_script_enabled=script)
    for left, right in harra.PAIRS.items():
        words = next(text for text in page.get_by_label(left).locator("option").all_inner_texts() if right in text)
        page.get_by_label(left).select_option(label=words)
    is_right(page)


@both_ways
def test_a_place_is_picked_in_the_list(asked: Callable[..., Page], script: bool) -> None:
    page = asked("map", java_script_enabled=script)
    page.get_by_role("radio", name=harra.RIGHT["map"]).check()
    is_right(page)


@both_ways
@pytest.mark.parametrize("width", [320, 1280])
def test_a_place_is_picked_on_the_map(asked: Callable[..., Page], script: bool, width: int) -> None:
    page = asked("map", java_script_enabled=script, viewport={"width": width, "height": 800})
    radio = page.get_by_role("radio", name=harra.RIGHT["map"])
    value = radio.get_attribute("id")
    pin = page.locator(f"svg label[for={value}]")
    pin.scroll_into_view_if_needed()
    box = pin.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 24, "a finger finds it"
    pin.click()
    expect(radio).to_be_checked()
    is_right(page)


@both_ways
def test_what_cannot_be_read_is_said_beside_the_field(asked: Callable[..., Page], script: bool) -> None:
    page = asked("numeric", java_script_enabled=script)
    field = page.get_by_role("textbox")
    field.fill("many")
    page.get_by_role("button", name="Save my answer").click()
    expect(page.get_by_role("textbox")).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_value("many")
    expect(field).to_be_focused()
    expect(field).to_have_accessible_description(re.compile("Write a number, such as 4,000 or 4 thousand"))
    field.fill("one hundred and twenty")
    field.fill("120")
    is_right(page)

"""Every page, as somebody who uses it has it before them: accessible, quiet, light, and whole in any window."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from lxml import html
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect

from quizapp import create_app
from quizapp.config import Settings
from tests.browser.server import Server
from tests.browser.site import PAGES, Site, Spot
from tests.browser.watching import axe_findings, hidden_focus, open_everything, outside, watch, weight

Open = Callable[..., BrowserContext]
HEAVIEST = 100_000
COLOURS: tuple[Literal["light", "dark"], ...] = ("light", "dark")
# A telephone, the least that is promised, and a window of 1280 by 1024 at 400%.
NARROW: list[ViewportSize] = [
    {"width": 360, "height": 740},
    {"width": 320, "height": 640},
    {"width": 320, "height": 256},
]
WIDE: ViewportSize = {"width": 1280, "height": 900}
# Where pictures of every page are put, if anywhere.
SHOTS = os.environ.get("SHOTS", "")
# What says that a page is what it is named for, where the path alone does not.
HEADINGS = {
    "not found": "There is nothing here",
    "result: too early": "Not enough answers yet",
    "result: practised": "What you missed, practised",
    "result: all right": "You know nearly all|You know most",
    "result": "You have made a start",
    "progress": "My progress",
    "class learner": "Ida Berg",
}
# Where a bar of buttons keeps to the lower edge of the window.
STICKY = [name for name in PAGES if name.startswith(("question", "feedback", "choose"))]
MOST_TABS = 20
# What is no page: files, and addresses that only lead on.
NO_PAGES = {"static", "bootstrap.static", "accounts.export", "learn.attempt"}


def show(context: BrowserContext, spot: Spot) -> Page:
    page = context.new_page()
    page.goto(spot.path)
    if spot.button:
        page.evaluate("() => { for (const form of document.forms) form.noValidate = true; }")
        with page.expect_response(lambda response: response.status == 422):
            page.locator("main").get_by_role("button", name=spot.button).click()
        page.wait_for_load_state()
        expect(page.locator("[aria-invalid], [role=alert], [aria-describedby*=problem]").first).to_be_attached()
    return page


def take_pictures(page: Page, name: str) -> None:
    Path(SHOTS).mkdir(parents=True, exist_ok=True)
    for width, height in ((360, 740), (1280, 900)):
        page.set_viewport_size({"width": width, "height": height})
        # As high as the page, so that what keeps to the lower edge of the window stands at its end.
        whole = page.evaluate("() => document.documentElement.scrollHeight")
        page.set_viewport_size({"width": width, "height": max(whole, height)})
        file = re.sub(r"[^a-z_]+", "-", name)
        page.screenshot(path=Path(SHOTS) / f"{file}-{width}.png", full_page=True)


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_in_either_colours(site: Site, open_context: Open, name: str) -> None:
    page = show(open_context(storage_state=site.spots[name].person, reduced_motion="reduce"), site.spots[name])
    for colours in COLOURS:
        page.emulate_media(color_scheme=colours, reduced_motion="reduce")
        if SHOTS:
            take_pictures(page, f"{name}-{colours}")
    open_everything(page)
    for colours in COLOURS:
        page.emulate_media(color_scheme=colours, reduced_motion="reduce")
        assert axe_findings(page) == [], colours


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_quiet_and_light(site: Site, open_context: Open, server: Server, name: str) -> None:
    spot = site.spots[name]
    context = open_context(storage_state=spot.person)
    seen = watch(context, server.address)
    page = show(context, spot)
    page.wait_for_load_state("networkidle")
    assert seen.heard == []
    assert spot.button or page.url == server.address + spot.path
    assert re.search(HEADINGS.get(name, "."), page.locator("h1").inner_text())
    if not spot.button:  # the same styles and scripts were weighed without its pressing
        loaded = weight(seen.responses)
        assert len(loaded) > 3, "its styles were loaded"
        assert sum(loaded.values()) <= HEAVIEST, loaded


@pytest.mark.parametrize("name", PAGES)
def test_nothing_reaches_over_the_edge_in_either_direction(site: Site, open_context: Open, name: str) -> None:
    spot = site.spots[name]
    page = show(open_context(storage_state=spot.person), spot)
    open_everything(page)
    for direction in ("ltr", "rtl"):
        page.evaluate("direction => { document.documentElement.dir = direction; }", direction)
        for size in (*NARROW, WIDE):
            page.set_viewport_size(size)
            over = "\n".join(outside(page))
            assert not over, f"{direction} at {size}: {over}"


@pytest.mark.parametrize("name", STICKY)
def test_no_focus_hides_behind_what_keeps_to_the_edge(site: Site, open_context: Open, name: str) -> None:
    own = site.spots[name].person
    context = open_context(storage_state=own, viewport={"width": 360, "height": 640}, reduced_motion="reduce")
    page = show(context, site.spots[name])
    seen = set()
    for key in ["Tab"] * MOST_TABS + ["Shift+Tab"] * MOST_TABS:
        page.keyboard.press(key)
        hidden = hidden_focus(page)
        assert not hidden, hidden
        seen.add(page.evaluate("() => document.activeElement.outerHTML"))
    assert len(seen) > 8, "Tab went over the page"


def test_every_link_leads_somewhere(site: Site, open_context: Open) -> None:
    broken, tried = [], set()
    for name, spot in site.spots.items():
        context = open_context(storage_state=spot.person)
        tree = html.fromstring(context.request.get(spot.path).text())
        for link in tree.xpath("//a/@href"):
            path, _, anchor = (spot.path + link if link.startswith("#") else link).partition("#")
            if (str(spot.person), link) in tried:
                continue
            tried.add((str(spot.person), link))
            response = context.request.get(path)
            if not response.ok:
                broken.append(f"{name}: {link}: {response.status}")
            elif anchor and not html.fromstring(response.text()).xpath(f"//*[@id='{anchor}']"):
                broken.append(f"{name}: {link}: nothing is called so there")
        context.close()
    assert broken == []


def test_what_reaches_over_the_edge_is_found(page: Page) -> None:
    page.goto("/help")
    assert outside(page) == []
    for side in ("left", "right"):
        style = f"{{ const h = document.querySelector('h1').style; h.position = 'relative'; h.{side} = '-2000px'; }}"
        page.evaluate(f"() => {style}")
        assert outside(page), side
        page.evaluate("() => document.querySelector('h1').removeAttribute('style')")


def test_axe_and_the_watch_find_what_is_planted(page: Page, server: Server) -> None:
    seen = watch(page.context, server.address)
    page.goto("/help")
    page.evaluate(
        """() => {
          document.querySelector("main").insertAdjacentHTML("beforeend", "<input><p style='color: red'>red</p>");
          console.error("planted");
        }"""
    )
    page.evaluate("() => fetch('http://elsewhere.invalid/').catch(() => 0)")
    assert any(line.startswith("label: <input") for line in axe_findings(page))
    heard = "\n".join(seen.heard)
    assert "planted" in heard
    assert "policy: style-src" in heard
    assert "policy: connect-src http://elsewhere.invalid" in heard


def test_every_page_that_there_is_is_looked_at(site: Site) -> None:
    app = create_app(Settings("sqlite://", "a key for tests"))
    match = app.url_map.bind("localhost").match
    seen = {match(spot.path)[0] for name, spot in site.spots.items() if name != "not found"}
    pages = {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    assert pages - NO_PAGES == seen
    app.extensions["store"].close()


@pytest.mark.parametrize("device", ["light", "dark"])
def test_the_colours_chosen_outweigh_the_device_and_last(open_context: Open, device: str) -> None:
    page = open_context(color_scheme=device).new_page()
    page.goto("/help")
    paper = "() => getComputedStyle(document.body).backgroundColor"
    of_device = page.evaluate(paper)
    other = "Dark" if device == "light" else "Light"
    page.get_by_role("button", name=other, exact=True).click()
    expect(page.locator("html")).to_have_attribute("data-bs-theme", other.lower())
    chosen = page.evaluate(paper)
    assert chosen != of_device
    assert axe_findings(page) == []
    page.goto("/sign-in")
    assert page.evaluate(paper) == chosen
    page.get_by_role("button", name="Same as device").click()
    expect(page.locator("html")).not_to_have_attribute("data-bs-theme", re.compile("."))
    assert page.evaluate(paper) == of_device

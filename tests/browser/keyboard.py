"""A person at the keyboard: presses keys, and sees what has the focus."""

from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.browser import harra

MOST_TABS = 60
FOCUSED = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return "";
  const words = one.getAttribute("aria-label") ?? one.labels?.[0]?.innerText ?? one.innerText;
  return `${one.localName} ${words}`.replace(/\\s+/g, " ").trim();
}"""


@dataclass(frozen=True, slots=True)
class Keyboard:
    """Everything that this person does is a key; nothing is clicked."""

    page: Page

    @property
    def focused(self) -> str:
        """The element with the focus, as its tag and its name: "button Check my answer"."""
        words: str = self.page.evaluate(FOCUSED)
        return words

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)

    def tab_to(self, name: str) -> None:
        """Tab until the focus is on what is so called."""
        seen = []
        for _ in range(MOST_TABS):
            if name in self.focused:
                return
            self.press("Tab")
            seen.append(self.focused)
        raise AssertionError(f"Tab does not lead to {name!r} on {self.page.url}: {seen}")

    def enter(self, name: str = "") -> None:
        """Press Enter, on what is so called if anything, and wait for the page that it leads to."""
        if name:
            self.tab_to(name)
        before = self.page.url
        self.press("Enter")
        expect(self.page).not_to_have_url(before)
        self.page.wait_for_load_state()

    def pick(self, text: str) -> None:
        """Pick an option by its digit."""
        self.press(str(self._options(text) + 1))
        expect(self.page.get_by_role("radio").nth(self._options(text))).to_be_checked()

    def pick_by_letter(self, text: str) -> None:
        self.press("abcdefghi"[self._options(text)])
        expect(self.page.get_by_role("radio").nth(self._options(text))).to_be_checked()

    def pick_by_arrows(self, text: str) -> None:
        """Pick an option as in every form: into the group by Tab, along it by arrows."""
        self.tab_to("input")
        self.press("Space", *["ArrowDown"] * self._options(text))
        expect(self.page.get_by_role("radio").nth(self._options(text))).to_be_checked()

    def put_in_order(self, events: tuple[str, ...]) -> None:
        """Move each event up to its place, by Enter on its button."""
        for place, event in enumerate(events):
            for _ in range(self._events(event) - place):
                self.tab_back_to_start()
                self.tab_to(f"Move up: {event}")
                self.press("Enter")
            assert self._events(event) == place

    def match(self, pairs: dict[str, str]) -> None:
        for left, right in pairs.items():
            self.tab_to(f"select {left}")
            field = self.page.get_by_label(left)
            for _ in range(len(pairs)):
                self.press("ArrowDown")
                if right in field.evaluate("one => one.selectedOptions[0].text"):
                    break
            assert right in field.evaluate("one => one.selectedOptions[0].text")

    def tab_back_to_start(self) -> None:
        """The focus to the heading, from where Tab leads over everything below it."""
        self.page.locator("h1").evaluate("one => one.focus()")

    def answer_rightly(self) -> None:
        """Answer the question of the small set that is on the page, and see its feedback."""
        interaction = harra.interaction_of(self.page.locator("main").inner_text())
        words = harra.RIGHT.get(interaction, "")
        match interaction:
            case "choice":
                self.pick(words)
            case "true_false":
                self.pick_by_letter(words)
            case "map":
                self.pick_by_arrows(words)
            case "ordering":
                self.put_in_order(harra.ORDER)
            case "matching":
                self.match(harra.PAIRS)
            case _:
                self.type(words)
        self.enter("Check my answer" if interaction in {"ordering", "matching"} else "")

    def _options(self, text: str) -> int:
        labels = self.page.locator("label:has(input[type=radio])").all_inner_texts()
        [place] = [place for place, label in enumerate(labels) if text in label]
        return place

    def _events(self, text: str) -> int:
        items = self.page.locator("ol > li:has(button)").all_inner_texts()
        [place] = [place for place, item in enumerate(items) if text in item]
        return place

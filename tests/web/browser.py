"""A browser without a screen: it follows redirects, posts forms as they stand, and checks every page."""

from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from flask import Flask
from lxml import html
from werkzeug.test import TestResponse


@dataclass(slots=True)
class Page:
    """A page as opened: where it is, what it says, and its forms."""

    path: str
    status: int
    response: TestResponse
    tree: html.HtmlElement

    @property
    def text(self) -> str:
        return " ".join(self.tree.text_content().split())

    @property
    def heading(self) -> str:
        return " ".join(self.tree.xpath("//h1")[0].text_content().split())

    def form(self, action: str = "", button: str = "") -> html.FormElement:
        """The form whose action or button says so."""
        for one in self.tree.forms:
            labels = " ".join(node.text_content() for node in one.xpath(".//button"))
            if action in (one.get("action") or "") and button in labels:
                return one
        raise AssertionError(f"no form with {action!r} {button!r} on {self.path}: {self.text[:300]}")


@dataclass(slots=True)
class Browser:
    """One person's browser, with its cookies."""

    app: Flask
    bodies: list[bytes] = field(default_factory=list)
    client: object = None

    def __post_init__(self) -> None:
        self.client = self.app.test_client()

    def get(self, path: str, status: int = 200) -> Page:
        return self._open(self.client.get(path), path, status)  # type: ignore[attr-defined]

    def send(self, page: Page, form: html.FormElement, status: int = 200, **given: str) -> Page:
        """Post a form as it stands, with what is given filled in; buttons are given by name."""
        assert form.method == "POST", "only a POST changes something"
        fields: list[tuple[str, str]] = [(name, value) for name, value in form.form_values() if name not in given]
        fields += list(given.items())
        target = urlsplit(urljoin(page.path, form.get("action") or page.path))
        path = f"{target.path}?{target.query}" if target.query else target.path
        data: dict[str, list[str]] = {}
        for name, value in fields:
            data.setdefault(name, []).append(value)
        return self._open(self.client.post(path, data=data), path, status)  # type: ignore[attr-defined]

    def post(self, path: str, data: dict[str, str]) -> TestResponse:
        """A bare post, as somebody who writes requests by hand sends."""
        return self.client.post(path, data=data)  # type: ignore[attr-defined, no-any-return]

    def _open(self, response: TestResponse, path: str, status: int) -> Page:
        self.bodies.append(response.get_data())
        hops = 0
        while response.status_code in {301, 302, 303, 307, 308} and hops < 6:
            path = response.headers["Location"]
            response = self.client.get(path)  # type: ignore[attr-defined]
            self.bodies.append(response.get_data())
            hops += 1
        assert response.status_code == status, f"{path}: {response.status_code} {response.get_data(as_text=True)[:500]}"
        tree = html.fromstring(response.get_data(as_text=True))
        page = Page(path, response.status_code, response, tree)
        check_page(page)
        return page


def check_page(page: Page) -> None:
    """What every page has: a language, a title, one h1, ids once each, and a name for each field."""
    tree = page.tree
    assert tree.get("lang") == "en", page.path
    title = tree.findtext(".//title") or ""
    assert title.strip().endswith("Quizapp"), f"{page.path}: title {title!r}"
    assert len(tree.xpath("//h1")) == 1, f"{page.path}: {len(tree.xpath('//h1'))} h1"
    assert len(tree.xpath("//main")) == 1, page.path
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids)), f"{page.path}: ids twice: {sorted(one for one in ids if ids.count(one) > 1)}"
    for control in tree.xpath("//input[not(@type='hidden')] | //select | //textarea"):
        named = control.get("aria-label") or control.get("aria-labelledby") or control.xpath("ancestor::label")
        labelled = control.get("id") and tree.xpath(f"//label[@for='{control.get('id')}']")
        assert named or labelled, f"{page.path}: {html.tostring(control)[:200]!r} has no label"
    assert not tree.xpath("//*[@style] | //style | //script[not(@src)] | //@onclick"), f"{page.path}: inline code"
    for form in tree.forms:
        if form.method == "POST":
            assert "csrf_token" in form.fields, f"{page.path}: a form without its token"

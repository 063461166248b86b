"""The site as people have left it: who can be looked over the shoulder of, and where each page of it lies."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

from lxml import html
from playwright.sync_api import APIResponse, Browser, BrowserContext, StorageState

from quizapp.store import open_store
from quizapp.usecases.accounts import add_teacher
from tests.browser import harra
from tests.browser.harra import interaction_of, right_answer, wrong_answer
from tests.browser.server import Server

PASSWORD = "a boat at dawn"
BUNDLED = "iran-leaves-syria"
Answer = Callable[[html.HtmlElement], dict[str, str]]


@dataclass(frozen=True, slots=True)
class Spot:
    """A page: whose browser shows it (none is a stranger's), at which path, and the button pressed there, if any."""

    person: StorageState | None
    path: str
    button: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """Every page by its name."""

    spots: dict[str, Spot]


@dataclass(slots=True)
class Person:
    """Somebody who has been here, through real requests: what they did is in the database, their cookies in a jar."""

    context: BrowserContext
    path: str = ""
    tree: html.HtmlElement | None = None

    def get(self, path: str) -> html.HtmlElement:
        """Open a page; where it led is this person's path from then on."""
        return self._arrive(self.context.request.get(path))

    def post(self, path: str, **fields: str) -> str:
        """Post a form with the token of the page before; the path where it led."""
        tree = self.get("/help") if self.tree is None else self.tree
        token = tree.xpath("string(//input[@name='csrf_token']/@value)")
        self._arrive(self.context.request.post(path, form={"csrf_token": token, **fields}))
        return self.path

    def _arrive(self, response: APIResponse) -> html.HtmlElement:
        assert response.ok, f"{response.url}: {response.status} {response.text()[:500]}"
        self.path, self.tree = urlsplit(response.url).path, html.fromstring(response.text())
        return self.tree

    def take(self, answer: Answer, until: str = "", slug: str = harra.SLUG, **wish: str) -> str:
        """Take a quiz to its result, or to the question that says ``until``; the path of that page."""
        return self.go_on(self.post(f"/quizzes?slug={slug}", **wish), answer, until)

    def go_on(self, path: str, answer: Answer, until: str = "") -> str:
        """The same for a quiz that was begun."""
        while not path.endswith("/result"):
            tree = self.get(path)
            if until and until in " ".join(tree.text_content().split()):
                break
            if self.post(path, **answer(tree)).endswith("/feedback"):
                self.get(path.partition("/questions")[0])
            path = self.path
        return path

    def spot(self, path: str) -> Spot:
        return Spot(self.context.storage_state(), path)


def skip(tree: html.HtmlElement) -> dict[str, str]:
    return {"skip": "yes"}


def furnish(server: Server, chromium: Browser) -> Site:
    """Bring people to the site and remember where they were."""

    def come() -> Person:
        return Person(chromium.new_context(base_url=server.address))

    found = {**_public(), **_of_questions(come), **_of_guests(come), **_of_a_class(come, server)}
    found |= {f"{name}, refused": replace(found[name], button=button) for name, button in REFUSING.items()}
    assert set(found) == set(PAGES), "every page is named in PAGES"
    return Site(found)


def _public() -> dict[str, Spot]:
    return {name: Spot(None, path) for name, path in PUBLIC.items()}


def _of_questions(come: Callable[[], Person]) -> dict[str, Spot]:
    """A question of each interaction, and the feedback on each when it was wrong, right or not known."""
    answers: dict[str, Answer] = {"wrong": wrong_answer, "right": right_answer, "not known": skip}
    found = {}
    for interaction, telling in harra.TELLING.items():
        asked, told = come(), come()
        found[f"question: {interaction}"] = asked.spot(asked.take(skip, until=telling))
        state = STATES[interaction]
        path = told.take(skip, until=telling)
        found[f"feedback: {interaction}, {state}"] = told.spot(told.post(path, **answers[state](told.get(path))))
    found["question: once more"] = _missed_before(come())
    return found


def _missed_before(learner: Person) -> Spot:
    """The question that was answered wrongly first, as it comes back."""
    path = learner.post(f"/quizzes?slug={harra.SLUG}")
    tree = learner.get(path)
    telling = harra.TELLING[interaction_of(tree.xpath("string(//main)"))]
    learner.post(path, **wrong_answer(tree))
    learner.get(path.partition("/questions")[0])
    again = learner.go_on(learner.path, wrong_answer, until=telling)
    assert "/questions/" in again
    return learner.spot(again)


def _of_guests(come: Callable[[], Person]) -> dict[str, Spot]:
    stopper, able, guest, starter = come(), come(), come(), come()
    path = stopper.post(f"/quizzes?slug={harra.SLUG}")
    stopper.post(path, skip="yes")
    early = stopper.post(path.partition("/questions")[0] + "/finish")
    starter.take(skip, until=harra.TELLING["map"])
    found = {"start: going on": starter.spot("/"), "result: too early": stopper.spot(early)}
    found["result: all right"] = able.spot(able.take(right_answer, mode="assessment"))
    path = guest.take(wrong_answer)
    review = guest.go_on(guest.post(path.removesuffix("/result") + "/practise"), right_answer)
    shown = {"result: guest": path, "result: practised": review}
    shown |= {"progress: guest": "/progress", "account: guest": "/account", "erase: guest": "/account/erase"}
    return found | {name: guest.spot(path) for name, path in shown.items()}


def _of_a_class(come: Callable[[], Person], server: Server) -> dict[str, Spot]:
    """A teacher with a class and one without; a pupil who took its quiz and others."""
    store = open_store(server.database)
    for name in ("Ms Lund", "Mr Reid", "Ms Quill"):
        add_teacher(store, name, PASSWORD, datetime.now(UTC))
    store.close()
    teacher, newcomer, pupil = come(), come(), come()
    newcomer.post("/sign-in", name="Mr Reid", password=PASSWORD)
    found = {"classes: none": newcomer.spot("/classes")}
    newcomer = come()
    newcomer.post("/sign-in", name="Ms Quill", password=PASSWORD)
    found["classroom: empty"] = newcomer.spot(newcomer.post("/classes", name="8A geography"))
    teacher.post("/sign-in", name="Ms Lund", password=PASSWORD)
    room = teacher.post("/classes", name="9B history")
    teacher.post(f"{room}/quizzes", slug=harra.SLUG)
    code = re.search(r"(?<=the code )[A-Z2-8 ]{9,11}", teacher.get(room).text_content())
    assert code, f"no code on {room}: {teacher.get(room).text_content()}"
    pupil.post("/sign-up", name="Ida Berg", password=PASSWORD)
    pupil.post("/classes/join", code=code[0])
    number = room.rpartition("/")[2]
    given = pupil.take(wrong_answer, classroom=number, mode="assessment")
    pupil.take(skip, slug=BUNDLED, topic="dates")
    pupil.take(skip, slug="endurance", mode="practice")
    shown = {"start: class": "/", "progress": "/progress", "account": "/account", "erase": "/account/erase"}
    found |= {name: pupil.spot(path) for name, path in shown.items()}
    found |= {"result": pupil.spot(given), "classes": teacher.spot("/classes"), "classroom": teacher.spot(room)}
    [row] = {link for link in teacher.get(room).xpath("//a/@href") if "/learners/" in link}
    found["class learner"] = teacher.spot(row)
    found["class attempt"] = teacher.spot(f"{room}/attempts/{given.split('/')[2]}")
    return found


PUBLIC = {
    "start": "/",
    "choose": f"/quizzes/{harra.SLUG}",
    "choose: bundled": f"/quizzes/{BUNDLED}",
    "report": f"/reports/{BUNDLED}",
    "progress: none": "/progress",
    "sign in": "/sign-in",
    "sign up": "/sign-up",
    "help": "/help",
    "privacy": "/privacy",
    "accessibility": "/accessibility",
    "not found": "/nowhere",
}
STATES = {
    "choice": "wrong",
    "true_false": "wrong",
    "numeric": "wrong",
    "text": "right",
    "cloze": "not known",
    "ordering": "wrong",
    "matching": "wrong",
    "map": "right",
}
# What is pressed with nothing filled in, so that the page says what to do.
REFUSING = {
    "sign in": "Sign in",
    "sign up": "Sign up",
    "account": "Change the password",
    "erase": "Erase everything",
    "erase: guest": "Erase everything",
    "classes": "Open the class",
    **{f"question: {interaction}": "Check my answer" for interaction in harra.TELLING if interaction != "ordering"},
}
PAGES = (
    *PUBLIC,
    *(f"question: {interaction}" for interaction in harra.TELLING),
    "question: once more",
    *(f"feedback: {interaction}, {state}" for interaction, state in STATES.items()),
    *("start: going on", "start: class", "result", "result: guest", "result: too early", "result: all right"),
    *("result: practised", "progress", "progress: guest", "account", "account: guest", "erase", "erase: guest"),
    *("classes", "classes: none", "classroom", "classroom: empty", "class learner", "class attempt"),
    *(f"{name}, refused" for name in REFUSING),
)

"""The people of the tests on safety, what each of them has, and what all tables hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import Flask
from sqlalchemy import select

from quizapp.attempts import naming_order
from quizapp.store import Store, attempts, bank
from quizapp.store.tables import Row
from quizapp.usecases.accounts import add_teacher
from quizapp.web.guards import now
from tests.web.browser import Browser, Page
from tests.web.canaries import SLUG, number_of

PASSWORD = "a long and windy road"
# What numbers and codes name that are nobody's.
MISSING_NUMBER, MISSING_CODE = 2_147_483_000, "AAAAAAAAAAAAAAAA"


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody's browser by role; of the two owners the attempt under way and the one that is over, by role too.

    Both owners are in the teacher's class, and their attempts are on its quiz. The other teacher has another class.
    ``learner`` is the number of the signed-in owner.
    """

    app: Flask
    browsers: Mapping[str, Browser]
    going: Mapping[str, str]
    over: Mapping[str, str]
    classroom: int
    other_classroom: int
    learner: int

    @property
    def store(self) -> Store:
        return store_of(self.app)


ROLES = ("nobody", "guest", "other guest", "owner", "other learner", "teacher", "other teacher")
SIGNED_IN = ROLES[3:]
OWNERS = ("guest", "owner")


def store_of(app: Flask) -> Store:
    found: Store = app.extensions["store"]
    return found


def gather(app: Flask) -> Cast:
    """Everybody, signed up through the pages."""
    browsers = {role: Browser(app) for role in ROLES}
    for role in ("owner", "other learner"):
        sign_up(browsers[role], role)
    for role in ("teacher", "other teacher"):
        make_teacher(app, role)
        sign_in(browsers[role], role)
    classroom, code = open_class(browsers["teacher"], "Class of the teacher")
    other_classroom, _ = open_class(browsers["other teacher"], "Class of the other teacher")
    going, over = {}, {}
    for role in OWNERS:
        join_class(browsers[role], code)
        over[role] = begin(browsers[role], classroom=str(classroom))
        answer(browsers[role], over[role], skip="yes")
        finish(browsers[role], over[role])
        going[role] = begin(browsers[role], classroom=str(classroom))
        answer(browsers[role], going[role], skip="yes")
    begin(browsers["other guest"])
    return Cast(app, browsers, going, over, classroom, other_classroom, learner_of(app, "owner"))


def sign_up(browser: Browser, name: str, password: str = PASSWORD, **more: str) -> Page:
    page = browser.get("/sign-up")
    return browser.send(page, page.form("/sign-up"), name=name, password=password, **more)


def sign_in(browser: Browser, name: str, password: str = PASSWORD, status: int = 200) -> Page:
    page = browser.get("/sign-in")
    return browser.send(page, page.form("/sign-in"), status, name=name, password=password)


def make_teacher(app: Flask, name: str) -> None:
    with app.app_context():
        add_teacher(store_of(app), name, PASSWORD, now())


def open_class(browser: Browser, name: str) -> tuple[int, str]:
    """A new class of a teacher's: its number and its code."""
    page = browser.get("/classes")
    page = browser.send(page, page.form("/classes"), name=name)
    code = page.tree.xpath("//b[@class='figures']")[0].text_content()
    number = int(page.path.rpartition("/")[2])
    browser.send(page, page.form("/quizzes"), slug=SLUG)
    return number, code


def join_class(browser: Browser, code: str) -> Page:
    page = browser.get("/sign-in") if "Sign in" in browser.get("/help").text else browser.get("/account")
    return browser.send(page, page.form("/classes/join"), code=code)


def begin(browser: Browser, mode: str = "practice", **more: str) -> str:
    """A new attempt on the small set; its code."""
    page = browser.get(f"/quizzes/{SLUG}")
    return browser.send(page, page.form("/quizzes"), mode=mode, **more).path.split("/")[2]


def answer(browser: Browser, attempt: str, **given: str) -> Page:
    """Answer the question that waits."""
    page = browser.get(f"/attempts/{attempt}")
    name = "skip" if "skip" in given else "check"
    return browser.send(page, page.form("/questions/"), **{name: "yes", **given})


def finish(browser: Browser, attempt: str) -> Page:
    page = browser.get(f"/attempts/{attempt}")
    return browser.send(page, page.form("/finish"))


def token_of(browser: Browser) -> str:
    """A CSRF token for what this browser posts by hand."""
    token: str = browser.get("/help").form("/theme").fields["csrf_token"]
    return token


def learner_of(app: Flask, name: str | None) -> int:
    """The number of somebody by name; of the newest guest where there is none."""
    rows = [row for row in dump(store_of(app))["learner"] if row["name"] == name]
    return int(max(row["id"] for row in rows))


def waiting_number(app: Flask, attempt: str) -> int:
    """The number of the question that waits in an attempt."""
    [row] = [one for one in dump(store_of(app))["attempt"] if one["code"] == attempt]
    return max(one["number"] for one in dump(store_of(app))["presentation"] if one["attempt_id"] == row["id"])


def asked(app: Flask, attempt: str) -> list[int]:
    """The numbers of the questions of an attempt that were shown so far, in that order."""
    [row] = [one for one in dump(store_of(app))["attempt"] if one["code"] == attempt]
    shown = [one for one in dump(store_of(app))["presentation"] if one["attempt_id"] == row["id"]]
    return [number_of(one["question_key"]) for one in sorted(shown, key=lambda one: one["number"])]


def is_over(app: Flask, attempt: str) -> bool:
    """Whether an attempt has its result."""
    [row] = [one for one in dump(store_of(app))["attempt"] if one["code"] == attempt]
    return row["finished"] is not None


def right_answer(app: Flask, learner: int, attempt: str, number: int) -> dict[str, str]:
    """What the form of a question sends for the right answer: found in the database, as no page tells it."""
    with store_of(app).look() as work:
        stored = attempts.get_attempt(work, attempt, learner)
        shown = stored.attempt.presentation(number) if stored else None
        assert shown is not None
        question = bank.questions_by_revision(work, [shown.revision])[shown.revision]
    places = {option: place for place, option in enumerate(shown.order, start=1)}
    match question.interaction:
        case "numeric":
            return {"answer": str(question.value)}
        case "text" | "cloze":
            return {"answer": question.accepted[0]}
        case "ordering":
            named = naming_order(question, number, stored.attempt.seed) if stored else ()
            return {"order": ",".join(str(named.index(one) + 1) for one in question.order)}
        case "matching":
            rights = [one for one in shown.order if one in dict(question.pairs).values()]
            lefts = [one for one in shown.order if one not in rights]
            pairs = dict(question.pairs)
            return {f"match-{at}": str(rights.index(pairs[one]) + 1) for at, one in enumerate(lefts, start=1)}
    assert question.key is not None
    return {"answer": str(places[question.key.id])}


def wrong_answer(app: Flask, learner: int, attempt: str, number: int) -> dict[str, str]:
    """What can be read and is not right."""
    right = right_answer(app, learner, attempt, number)
    if "order" in right:
        return {"order": ",".join(reversed(right["order"].split(",")))}
    if "answer" in right and not right["answer"].isdigit():
        return {"answer": "none of these"}
    turned = [*list(right.values())[1:], next(iter(right.values()))]
    if len(turned) > 1:
        return dict(zip(right, turned, strict=True))
    return {"answer": "1" if right["answer"] != "1" else "2"}


def dump(store: Store) -> dict[str, list[Mapping[str, Any]]]:
    """Every row of every table."""
    with store.look() as work:
        return {
            table.name: [
                dict(row) for row in work.session.execute(select(table).order_by(*table.primary_key)).mappings()
            ]
            for table in Row.metadata.sorted_tables
        }

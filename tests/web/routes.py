"""The routes of the application as requests: where each lies, what its form sends, whose things it names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flask import Flask
from werkzeug.test import TestResponse

from tests.web.browser import Browser
from tests.web.canaries import SLUG
from tests.web.cast import PASSWORD, Cast, token_of, waiting_number

# These are looked at in an attempt that is over, the others in one under way.
OVER = {"learn.result", "learn.practise", "teach.attempt"}
# Routes that end a session or what belongs to it are walked last or not at all.
ENDING = {"accounts.sign_out", "accounts.sign_out_everywhere", "accounts.erase", "learn.finish", "accounts.sign_up"}
FORMS: Mapping[str, Mapping[str, str]] = {
    "web.theme": {"theme": "dark"},
    "learn.begin": {"slug": SLUG},
    "learn.answer": {"skip": "yes"},
    "accounts.sign_in": {"name": "other learner", "password": PASSWORD},
    "accounts.sign_up": {"password": PASSWORD},
    "accounts.change_password": {"current": PASSWORD, "password": "another long password"},
    "accounts.erase": {"password": PASSWORD, "sure": "y"},
    "accounts.join": {"code": "AAAAAAAAA"},
    "teach.create_class": {"name": "A new class"},
    "teach.give": {"slug": SLUG},
}


@dataclass(frozen=True, slots=True)
class Visit:
    """A request that somebody sends."""

    method: str
    path: str
    endpoint: str


def routes_of(app: Flask) -> set[str]:
    return {
        f"{method} {rule.endpoint}"
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }


def visit_of(app: Flask, route: str, values: Mapping[str, object]) -> Visit:
    method, endpoint = route.split()
    rule = next(one for one in app.url_map.iter_rules(endpoint) if method in (one.methods or ()))
    wanted = {name: values[name] for name in rule.arguments}
    path = app.url_map.bind("localhost").build(endpoint, wanted, method)
    return Visit(method, path, endpoint)


def send(browser: Browser, visit: Visit) -> TestResponse:
    if visit.method == "GET":
        response: TestResponse = browser.client.get(visit.path)  # type: ignore[attr-defined]
        response.get_data()
        response.close()  # a static file stays open otherwise
        return response
    given = {**FORMS.get(visit.endpoint, {}), "csrf_token": token_of(browser)}
    if visit.endpoint == "accounts.sign_up":
        given["name"] = f"Somebody {given['csrf_token'][-10:]}"
    return browser.post(visit.path, given)


def things_of(cast: Cast, whose: str, endpoint: str) -> dict[str, object]:
    """What a route names, where that is there: things of one of the owners, and the teacher's class."""
    attempts = cast.over if endpoint in OVER else cast.going
    files = {"static": "css/base.css", "bootstrap.static": "css/bootstrap.min.css"}
    return {
        "attempt": attempts[whose], "number": 1 if endpoint == "learn.feedback" else 2, "slug": SLUG,
        "classroom": cast.classroom, "learner": cast.learner, "filename": files.get(endpoint),
    }  # fmt: skip


def addresses(app: Flask, method: str, attempt: str, classroom: int, learner: int, slug: str = SLUG) -> Iterator[str]:
    """Every address of every route, with each of the attempt's numbers where a route has one."""
    adapter = app.url_map.bind("localhost")
    last = waiting_number(app, attempt) + 1
    for rule in app.url_map.iter_rules():
        if method not in (rule.methods or ()) or rule.endpoint in ENDING or "filename" in rule.arguments:
            continue
        for number in range(1, last + 1) if "number" in rule.arguments else (1,):
            values = {
                "attempt": attempt, "number": number, "slug": slug, "classroom": classroom, "learner": learner,
            }  # fmt: skip
            yield adapter.build(rule.endpoint, {name: values[name] for name in rule.arguments}, method)

"""Every route by every role: who gets what, and that another's things do not exist."""

import re

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from quizapp.store import Store
from tests.web.canaries import SLUG, put_secret_set
from tests.web.cast import (
    MISSING_CODE,
    MISSING_NUMBER,
    OWNERS,
    ROLES,
    Cast,
    answer,
    begin,
    dump,
    finish,
    gather,
    learner_of,
    token_of,
)
from tests.web.routes import routes_of, send, things_of, visit_of

# What each role of ROLES gets, in their order. "own:200" is for the owner of what is looked at; to anybody else it
# does not exist. "sign-in" leads to that page. A route that is not here fails.
ALL, MOVED = " ".join(["200"] * 7), " ".join(["302"] * 7)
OWN, OWN_MOVED = "404 own:200 404 own:200 404 404 404", "404 own:302 404 own:302 404 404 404"
TEACHER, TEACHER_MOVED = "sign-in sign-in sign-in 404 404 200 404", "sign-in sign-in sign-in 404 404 302 404"
MATRIX = {
    "GET static": ALL,
    "GET bootstrap.static": ALL,
    "GET web.help": ALL,
    "GET web.privacy": ALL,
    "GET web.accessibility": ALL,
    "POST web.theme": MOVED,
    "GET learn.start": ALL,
    "GET learn.choose": ALL,
    "GET learn.report": ALL,
    "POST learn.begin": MOVED,
    "GET learn.attempt": OWN_MOVED,
    "GET learn.question": OWN,
    "POST learn.answer": OWN_MOVED,
    "GET learn.feedback": OWN,
    "POST learn.finish": OWN_MOVED,
    "GET learn.result": OWN,
    "POST learn.practise": OWN_MOVED,
    "GET results.progress": ALL,
    "GET accounts.sign_in": ALL,
    "POST accounts.sign_in": MOVED,
    "GET accounts.sign_up": ALL,
    "POST accounts.sign_up": "302 302 302 422 422 422 422",
    "POST accounts.sign_out": MOVED,
    "POST accounts.sign_out_everywhere": "404 302 302 302 302 302 302",
    "GET accounts.account": "404 200 200 200 200 200 200",
    "POST accounts.change_password": "404 404 404 302 302 302 302",
    "GET accounts.export": "404 200 200 200 200 200 200",
    "GET accounts.erase": "404 200 200 200 200 200 200",
    "POST accounts.erase": "404 302 302 302 302 302 302",
    "POST accounts.join": MOVED,
    "GET teach.classes": "sign-in sign-in sign-in 404 404 200 200",
    "POST teach.create_class": "sign-in sign-in sign-in 404 404 302 302",
    "GET teach.classroom": TEACHER,
    "POST teach.give": TEACHER_MOVED,
    "POST teach.renew_code": TEACHER_MOVED,
    "GET teach.learner": TEACHER,
    "GET teach.attempt": TEACHER,
}


@pytest.fixture
def store(empty_store: Store) -> Store:
    put_secret_set(empty_store)
    return empty_store


@pytest.fixture
def cast(app: Flask) -> Cast:
    return gather(app)


def outcome(response: TestResponse) -> str:
    if response.status_code == 302 and response.headers["Location"].startswith("/sign-in"):
        return "sign-in"
    return str(response.status_code)


def expected(cell: str, role: str, whose: str, endpoint: str) -> str:
    """What a cell of the matrix promises to a role, where the thing is that of ``whose``."""
    if cell.startswith("own:"):
        return cell.removeprefix("own:") if role == whose else "404"
    return cell


def face(response: TestResponse, path: str) -> tuple[object, ...]:
    """An answer without what differs each time: the page's tokens, its own address, dates in cookies."""
    body = re.sub(r'(name="csrf_token" value=)"[^"]*"', r"\1", response.get_data(as_text=True))
    headers = {name: value for name, value in response.headers if name not in {"Set-Cookie", "Content-Length"}}
    return response.status_code, headers, "Set-Cookie" in response.headers, body.replace(path, "PATH")


def test_every_route_says_who_gets_what(app: Flask) -> None:
    assert routes_of(app) == set(MATRIX)
    assert all(len(row.split()) == len(ROLES) for row in MATRIX.values())


@pytest.mark.parametrize("routes", ["GET", *sorted(one for one in MATRIX if one.startswith("POST"))])
def test_each_role_gets_what_the_route_promises(cast: Cast, routes: str) -> None:
    faults = []
    # Pages change nothing, so that all of them are looked at in one world; a form changes it for the next.
    for route in sorted(one for one in MATRIX if routes in (one, one.split()[0])):
        for role, cell in zip(ROLES, MATRIX[route].split(), strict=True):
            endpoint = route.split()[1]
            # An owner looks at what is their own, everybody else at the signed-in owner's.
            whose = role if role in OWNERS else "owner"
            visit = visit_of(cast.app, route, things_of(cast, whose, endpoint))
            before = dump(cast.store)
            response = send(cast.browsers[role], visit)
            if outcome(response) != expected(cell, role, whose, endpoint):
                faults.append(f"{role}: {outcome(response)} instead of {cell} at {visit.method} {visit.path}")
            refused = outcome(response) in {"404", "sign-in"}
            if (refused or visit.method == "GET") and dump(cast.store) != before:
                faults.append(f"{role}: something was written at {visit.method} {visit.path}")
    assert faults == []


@pytest.mark.parametrize("whose", OWNERS)
def test_what_is_anothers_looks_as_if_it_did_not_exist(cast: Cast, whose: str) -> None:
    for browser in cast.browsers.values():
        token_of(browser)  # so that each has its session already
    before, faults, looked = dump(cast.store), [], 0
    for route, row in MATRIX.items():
        endpoint = route.split()[1]
        there = things_of(cast, whose, endpoint)
        nowhere = {**there, "attempt": MISSING_CODE, "classroom": MISSING_NUMBER, "learner": MISSING_NUMBER}
        for role, cell in zip(ROLES, row.split(), strict=True):
            if expected(cell, role, whose, endpoint) != "404":
                continue
            one, other = visit_of(cast.app, route, there), visit_of(cast.app, route, nowhere)
            found, missed = send(cast.browsers[role], one), send(cast.browsers[role], other)
            if face(found, one.path) != face(missed, other.path):
                faults.append(f"{role} can tell that {one.path} is there")
            looked += 1
    assert faults == []
    assert looked > len(ROLES)
    assert dump(cast.store) == before


def test_a_teacher_sees_no_class_learner_or_attempt_of_another(cast: Cast) -> None:
    private = begin(cast.browsers["owner"])
    finish(cast.browsers["owner"], private)
    strange: dict[str, object] = {
        "classroom": cast.other_classroom, "learner": learner_of(cast.app, "other learner"), "attempt": private,
    }  # fmt: skip
    before, looked = dump(cast.store), 0
    for route in sorted(one for one in MATRIX if one.split()[1].startswith("teach.")):
        there = things_of(cast, "owner", route.split()[1])
        rule = next(cast.app.url_map.iter_rules(route.split()[1]))
        for thing in rule.arguments:
            missing = MISSING_CODE if thing == "attempt" else MISSING_NUMBER
            one, other = (visit_of(cast.app, route, {**there, thing: value}) for value in (strange[thing], missing))
            found, missed = send(cast.browsers["teacher"], one), send(cast.browsers["teacher"], other)
            assert found.status_code == 404, one
            assert face(found, one.path) == face(missed, other.path)
            looked += 1
    assert looked == 7
    assert dump(cast.store) == before


@pytest.mark.parametrize("given", ["slug", "classroom"])
def test_a_quiz_that_is_not_there_cannot_be_begun(cast: Cast, given: str) -> None:
    wish = {"slug": "nowhere"} if given == "slug" else {"slug": SLUG, "classroom": str(cast.other_classroom)}
    faults = []
    for role, browser in cast.browsers.items():
        token, before = token_of(browser), dump(cast.store)
        response = browser.post("/quizzes", {**wish, "csrf_token": token})
        if response.status_code != 404:
            faults.append(f"{role}: {response.status_code}")
        if dump(cast.store) != before:
            faults.append(f"{role}: something was written")
    assert faults == []


def test_lists_and_exports_hold_nothing_of_others(cast: Cast) -> None:
    theirs = {*cast.going.values(), *cast.over.values()}
    for role in ("nobody", "other guest", "other learner", "other teacher"):
        for path in ("/", "/progress", "/account", "/account/export", "/classes", f"/quizzes/{SLUG}"):
            body = cast.browsers[role].client.get(path).get_data(as_text=True)  # type: ignore[attr-defined]
            assert not [one for one in theirs if one in body], f"{role} at {path}"
            assert ">owner<" not in body and "Class of the teacher" not in body
    own = cast.browsers["owner"].client.get("/account/export").get_json()  # type: ignore[attr-defined]
    assert len(own["attempts"]) == 2
    others = cast.browsers["other learner"].client.get("/account/export").get_json()  # type: ignore[attr-defined]
    assert others["attempts"] == others["classes"] == []


def test_a_teacher_sees_what_was_done_in_the_class_and_nothing_else(cast: Cast) -> None:
    private = begin(cast.browsers["owner"])
    answer(cast.browsers["owner"], private, skip="yes")
    page = cast.browsers["teacher"].get(f"/classes/{cast.classroom}/learners/{cast.learner}")
    body = page.response.get_data(as_text=True)
    assert cast.over["owner"] in body
    assert private not in body
    gradebook = cast.browsers["teacher"].get(f"/classes/{cast.classroom}").response.get_data(as_text=True)
    assert private not in gradebook
    assert "other learner" not in gradebook


def test_an_attempt_is_its_learners_though_others_know_its_code(cast: Cast) -> None:
    before = dump(cast.store)
    for role in ROLES:
        if role == "owner":
            continue
        stranger = cast.browsers[role]
        token = token_of(stranger)
        for number in (1, 2, 3):
            path = f"/attempts/{cast.going['owner']}/questions/{number}"
            for sent in ({"check": "yes", "answer": "1"}, {"skip": "yes"}, {"move": "2-up", "order": "1,2,3"}):
                assert stranger.post(path, {**sent, "csrf_token": token}).status_code == 404, (role, sent)
    assert dump(cast.store) == before

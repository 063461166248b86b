"""What is sent by hand: without the token, with fields that no form has, twice, late, or made of odd characters."""

import time
from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from unicodedata import category
from urllib.parse import quote, urlencode

import pytest
from flask import Flask

from quizapp.store import Store
from tests.conftest import NOON
from tests.web.browser import Browser
from tests.web.canaries import SLUG, put_secret_set
from tests.web.cast import (
    OWNERS,
    PASSWORD,
    Cast,
    answer,
    begin,
    dump,
    gather,
    learner_of,
    make_teacher,
    sign_in,
    store_of,
    token_of,
    wrong_answer,
)
from tests.web.routes import FORMS, routes_of, things_of, visit_of

# What a hostile pupil adds to a form, in the hope that it is stored.
EXTRA = {
    "role": "teacher", "is_teacher": "1", "isTeacher": "true", "admin": "1", "learner_id": "1", "learner": "1",
    "id": "1", "teacher_id": "1", "teacher": "1", "score": "1", "correct": "1", "is_right": "1",
    "answered": "1999-01-01", "started": "1999-01-01", "finished": "1999-01-01", "created": "1999-01-01",
    "code_until": "2999-01-01", "seed": "1", "rules": '{"least": 1, "most": 1}', "items": "[]", "is_review": "1",
    "reason": "max-items", "difficulty": "-9", "name_key": "teacher", "token": "x", "expires": "2999-01-01",
    "number": "99", "code": "AAAAAAAAB",
}  # fmt: skip

# A NUL and a number beyond 31 bits are fine on SQLite and break PostgreSQL.
ODD_TEXTS = {
    "a NUL": "a\x00b",
    "only a NUL": "\x00",
    "a number beyond 31 bits": str(2**31),
    "a number beyond 63 bits": str(2**63),
    "a number below nothing": "-1",
    "64 KB of digits": "9" * 64 * 1024,
    "60 KB of words": "word " * 12 * 1024,
    "what cannot be seen": "\u200b\u2060\ufeff",
    "text that runs backwards": "abc\u202edef",
    "a feeling": "👩🏽\u200d🚀",
    "half a character": "\ud83d",
    "digits of another script": "١٢",
    "a raised digit": "²",
    "one letter that becomes many": "ﷺ" * 100,
    "a second header": "a\r\nSet-Cookie: b=c",
    "templates": "%s%00%n{{7*7}}${7*7}",
}
FIELDS = (
    "name", "password", "email", "current", "sure", "next", "theme", "slug", "mode", "topic", "length", "classroom",
    "answer", "order", "move", "match-1", "code",
)  # fmt: skip


@pytest.fixture
def store(empty_store: Store) -> Store:
    put_secret_set(empty_store)
    return empty_store


@pytest.fixture
def cast(app: Flask) -> Cast:
    return gather(app)


def posts_of(app: Flask) -> list[str]:
    return sorted(one for one in routes_of(app) if one.startswith("POST"))


def row_of(app: Flask, table: str, **wanted: object) -> Mapping[str, Any]:
    [found] = [row for row in dump(store_of(app))[table] if all(row[key] == value for key, value in wanted.items())]
    return found


@pytest.mark.parametrize("token", ["none", "empty", "garbled", "another browser's", "that of before signing in"])
def test_nothing_is_changed_without_the_pages_own_token(cast: Cast, token: str) -> None:
    tokens = {
        "empty": "", "garbled": token_of(cast.browsers["teacher"])[:-2] + "xx",
        "another browser's": token_of(cast.browsers["other learner"]),
    }  # fmt: skip
    stale = token_of(cast.browsers["nobody"])
    sign_in(cast.browsers["nobody"], "teacher")
    browsers = {"owner": cast.browsers["owner"], "guest": cast.browsers["guest"], "teacher": cast.browsers["nobody"]}
    given = {} if token == "none" else {"csrf_token": tokens.get(token, stale)}
    before, faults = dump(cast.store), []
    for route in posts_of(cast.app):
        endpoint = route.split()[1]
        for role, browser in browsers.items():
            visit = visit_of(cast.app, route, things_of(cast, role if role in OWNERS else "owner", endpoint))
            form = {"name": "somebody", **FORMS.get(endpoint, {}), **given}
            response = browser.post(visit.path, form)
            if response.status_code != 400 or dump(cast.store) != before:
                faults.append(f"{role} {visit.path}: {response.status_code}")
    assert faults == []


def test_a_token_in_the_address_does_not_count(cast: Cast) -> None:
    owner = cast.browsers["owner"]
    before = dump(cast.store)
    response = owner.post(f"/quizzes?csrf_token={token_of(owner)}", {"slug": SLUG})
    assert response.status_code == 400
    assert dump(cast.store) == before


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE"])
def test_other_methods_change_nothing(cast: Cast, method: str) -> None:
    owner = cast.browsers["owner"]
    token, before = token_of(owner), dump(cast.store)
    for route in posts_of(cast.app):
        visit = visit_of(cast.app, route, things_of(cast, "owner", route.split()[1]))
        sent = {**FORMS.get(visit.endpoint, {}), "csrf_token": token}
        assert owner.client.open(visit.path, method=method, data=sent).status_code == 405  # type: ignore[attr-defined]
    assert dump(cast.store) == before


def test_looking_writes_nothing(cast: Cast) -> None:
    """Every address, for everybody, also where a form's fields stand in the address."""
    before = dump(cast.store)
    for browser in cast.browsers.values():
        for route in sorted(routes_of(cast.app)):
            endpoint = route.split()[1]
            for whose in OWNERS:
                visit = visit_of(cast.app, route, things_of(cast, whose, endpoint))
                fields = {**FORMS.get(endpoint, {}), "csrf_token": "x", "check": "yes", "skip": "yes"}
                browser.client.get(visit.path, query_string=fields).close()  # type: ignore[attr-defined]
                browser.client.head(visit.path).close()  # type: ignore[attr-defined]
    assert dump(cast.store) == before


def test_fields_that_no_form_has_change_nothing(app: Flask, browser: Browser) -> None:
    app.config["CLOCK"] = lambda: NOON
    make_teacher(app, "teacher")
    page = browser.get("/sign-up")
    extra = {one: value for one, value in EXTRA.items() if one not in {"code"}}
    browser.send(page, page.form("/sign-up"), name="learner", password=PASSWORD, **extra)
    found = row_of(app, "learner", name="learner")
    assert (found["is_teacher"], found["created"], found["name_key"]) == (False, NOON, "learner")
    attempt = begin(browser, **extra)
    made = row_of(app, "attempt", code=attempt)
    assert made["learner_id"] == found["id"] != 1
    assert (made["started"], made["finished"], made["is_review"], len(made["items"])) == (NOON, None, False, 12)
    given = wrong_answer(app, found["id"], attempt, 1)
    answer(browser, attempt, **{**EXTRA, **given})
    [response] = dump(store_of(app))["response"]
    assert (response["score"], response["answered"]) == (0, NOON)
    assert browser.client.get("/classes").status_code == 404  # type: ignore[attr-defined]


def test_a_class_is_its_makers_whatever_is_sent(app: Flask, browser: Browser) -> None:
    app.config["CLOCK"] = lambda: NOON
    make_teacher(app, "another teacher")
    make_teacher(app, "teacher")
    sign_in(browser, "teacher")
    page = browser.get("/classes")
    browser.send(page, page.form("/classes"), **{**EXTRA, "name": "Mine"})
    [made] = dump(store_of(app))["classroom"]
    assert made["teacher_id"] == learner_of(app, "teacher") != 1
    assert made["created"] == NOON
    assert made["code_until"] == NOON + timedelta(days=60)
    assert made["code"] != EXTRA["code"]


def test_only_the_question_that_waits_can_be_answered(app: Flask, browser: Browser) -> None:
    """The number in the address is swapped for an answered one, a later one, and one of another attempt."""
    attempt, other = begin(browser, "assessment"), begin(browser)
    answer(browser, attempt, skip="yes")
    answer(browser, other, skip="yes")
    answer(browser, other, skip="yes")
    token, before = token_of(browser), dump(store_of(app))
    for number in (1, 3, 4, 0, 10_000, 10_001, 2**31, 2**63):
        response = browser.post(
            f"/attempts/{attempt}/questions/{number}", {"check": "yes", "answer": "1", "csrf_token": token}
        )
        assert response.status_code in ({302} if number == 1 else {404, 405}), number
        assert dump(store_of(app)) == before
    response = browser.post(f"/attempts/{other}/questions/2", {"skip": "yes", "csrf_token": token})
    assert response.status_code == 302
    assert dump(store_of(app)) == before


def post_odd(browser: Browser, path: str, form: Mapping[str, str]) -> int:
    """Post what may be no text at all; the status of the answer."""
    body = urlencode(form, errors="surrogatepass")
    response = browser.client.post(  # type: ignore[attr-defined]
        path, data=body, content_type="application/x-www-form-urlencoded"
    )
    status: int = response.status_code
    return status


def test_no_text_in_a_form_breaks_anything(cast: Cast) -> None:
    cast.app.config["PROPAGATE_EXCEPTIONS"] = False
    faults, sent = [], 0
    for route in sorted(one for one in routes_of(cast.app) if one.startswith("POST") and "sign_out" not in one):
        for role in ("guest", "owner", "teacher"):
            browser, whose = cast.browsers[role], role if role != "teacher" else "owner"
            visit = visit_of(cast.app, route, things_of(cast, whose, route.split()[1]))
            token = token_of(browser)
            for odd, text in ODD_TEXTS.items():
                form = dict.fromkeys(FIELDS, text) | {"check": "yes", "csrf_token": token}
                status = post_odd(browser, visit.path, form)
                sent += 1
                if status >= 500:
                    faults.append(f"{status} for {role} at {visit.path}: {odd}")
    assert faults == []
    assert sent > 500
    stored = dump(cast.store)
    assert [row["name"] for row in stored["learner"] if row["name"] and not is_plain(row["name"])] == []
    assert [row["name"] for row in stored["classroom"] if not is_plain(row["name"])] == []


def is_plain(text: str) -> bool:
    return not any(category(character)[0] == "C" for character in text)


def test_no_text_in_an_address_breaks_anything(cast: Cast) -> None:
    cast.app.config["PROPAGATE_EXCEPTIONS"] = False
    faults = []
    for odd in ODD_TEXTS.values():
        text = quote(odd, safe="", errors="surrogatepass")[:2000]
        for path in odd_paths(cast, text):
            for role in ("owner", "teacher"):
                response = cast.browsers[role].client.get(path)  # type: ignore[attr-defined]
                if response.status_code >= 500:
                    faults.append(f"{response.status_code} for {role} at {path[:80]}")
    assert faults == []


def odd_paths(cast: Cast, text: str) -> tuple[str, ...]:
    room, attempt = f"/classes/{cast.classroom}", f"/attempts/{cast.going['owner']}"
    return (
        f"/quizzes/{text}", f"/reports/{text}", f"/quizzes/{SLUG}?classroom={text}", f"/sign-in?next=/{text}",
        f"/attempts/{text}", f"/attempts/{text}/result", f"/attempts/{text}/questions/1", f"/{text}",
        f"{attempt}/questions/{text}", f"/attempts/{text}/questions/1/feedback", f"/help?{text}={text}",
        f"/classes/{text}", f"{room}/learners/{text}", f"{room}/attempts/{text}", f"/static/{text}",
    )  # fmt: skip


def test_too_much_at_once_is_refused_and_nothing_is_stored(app: Flask, browser: Browser) -> None:
    attempt = begin(browser)
    before = dump(store_of(app))
    form = {"answer": "x" * 300 * 1024, "check": "yes", "csrf_token": token_of(browser)}
    assert browser.post(f"/attempts/{attempt}/questions/1", form).status_code == 413
    many = {f"field{number}": "x" for number in range(2000)} | {"skip": "yes", "csrf_token": token_of(browser)}
    response = browser.client.post(  # type: ignore[attr-defined]
        f"/attempts/{attempt}/questions/1", data=many, content_type="multipart/form-data"
    )
    assert response.status_code == 413
    assert dump(store_of(app)) == before


def test_no_text_takes_long_in_any_form(cast: Cast) -> None:
    """Normalising so many marks on one letter would take seconds, so that a text is measured before."""
    marks, sent = "a" + "\u0300\u0316" * 20_000, 0
    for route in posts_of(cast.app):
        visit = visit_of(cast.app, route, things_of(cast, "owner", route.split()[1]))
        for field in FIELDS:
            browser = cast.browsers["teacher" if visit.endpoint.startswith("teach.") else "owner"]
            token = token_of(browser)
            start = time.perf_counter()
            browser.post(visit.path, {**FORMS.get(visit.endpoint, {}), field: marks, "csrf_token": token})
            assert time.perf_counter() - start < 0.5, (visit.path, field)
            sent += 1
    assert sent > 200

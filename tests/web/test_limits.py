"""How often somebody may try: counted by address and by name, in memory or Redis, also while Redis is down."""

import os
import re
import secrets
import socket
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import timedelta

import pytest
import redis
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from quizapp import create_app
from quizapp.config import Settings
from quizapp.store import Store
from quizapp.usecases.teaching import CODE_LENGTH, CODE_SIGNS
from quizapp.web.limits import limiter
from tests.conftest import NOON
from tests.web.browser import Browser
from tests.web.canaries import put_secret_set
from tests.web.cast import PASSWORD, dump, make_teacher, open_class, sign_in, store_of

REDIS = os.environ.get("TEST_REDIS", "redis://127.0.0.1:6379")
Opening = Callable[[], Flask]


def has_redis() -> bool:
    with suppress(redis.ConnectionError):
        return bool(redis.Redis.from_url(REDIS, socket_connect_timeout=2).ping())
    return False


HAS_REDIS = has_redis()
# Nothing is skipped where a server is: without Redis, memory and a port that nobody listens on are left.
WHERE = ["memory", "redis", "a dead redis"] if HAS_REDIS else ["memory", "a dead redis"]


@pytest.fixture
def store(empty_store: Store) -> Store:
    put_secret_set(empty_store)
    return empty_store


@pytest.fixture(params=WHERE)
def limited(request: pytest.FixtureRequest, store: Store, database_url: str) -> Iterator[Flask]:
    """The application with its limits on, counting in each place."""
    where = {"memory": "memory://", "redis": REDIS, "a dead redis": f"redis://127.0.0.1:{dead_port()}"}[request.param]
    yield from with_limits(database_url, where)


@pytest.fixture
def counting(store: Store, database_url: str) -> Iterator[Flask]:
    """The application with its limits on, counting in memory."""
    yield from with_limits(database_url, "memory://")


def with_limits(database_url: str, where: str) -> Iterator[Flask]:
    # The limiter is one for all applications of a process: what it learnt of another's Redis is forgotten.
    limiter._storage_dead = False
    app = create_app(Settings(database_url, "a key for tests", limits=where))
    app.testing = True
    yield app
    store_of(app).close()
    limiter.enabled = False


def dead_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


def address() -> str:
    """An address of its own for each test, as what Redis has counted stays there."""
    return f"2001:db8::{secrets.randbelow(0xFFFF):x}:{secrets.randbelow(0xFFFF):x}:{secrets.randbelow(0xFFFF):x}"


class Visitor:
    """Somebody at an address, with a session and its token."""

    def __init__(self, app: Flask, at: str) -> None:
        self.client: FlaskClient = app.test_client()
        self.client.environ_base["REMOTE_ADDR"] = at
        page = self.client.get("/sign-in").get_data(as_text=True)
        self.token = re.findall(r'name="csrf_token" value="([^"]+)"', page)[0]

    def post(self, path: str, **form: str) -> TestResponse:
        return self.client.post(path, data={**form, "csrf_token": self.token})


def first_refused(tries: int, attempt: Callable[[int], TestResponse]) -> int | None:
    """The number of the first try that was refused for its number, from 1."""
    for number in range(1, tries + 1):
        if attempt(number).status_code == 429:
            return number
    return None


def names() -> Callable[[int], str]:
    """Names that nobody has, another for each number and each test."""
    prefix = secrets.token_hex(4)
    return lambda number: f"{prefix} {number}"


def test_an_address_tries_so_many_names_and_no_more(limited: Flask) -> None:
    visitor, name = Visitor(limited, address()), names()
    refused = first_refused(40, lambda number: visitor.post("/sign-in", name=name(number), password="wrong"))
    assert refused == 31
    assert visitor.client.get("/sign-in").status_code == 200
    other = Visitor(limited, address())
    assert other.post("/sign-in", name=name(99), password="wrong").status_code == 422


def test_a_name_is_tried_so_often_from_all_addresses_together(limited: Flask) -> None:
    wanted = f"Ann {secrets.token_hex(4)}"
    spellings = (wanted, wanted.upper(), f"  {wanted.lower()} ", wanted.replace("A", "Ａ"), wanted.replace(" ", "  "))

    def attempt(number: int) -> TestResponse:
        return Visitor(limited, address()).post("/sign-in", name=spellings[number % 5], password="wrong")

    assert first_refused(15, attempt) == 11
    other = Visitor(limited, address())
    assert other.post("/sign-in", name=f"{wanted} too", password="wrong").status_code == 422


def test_a_new_session_or_another_way_round_does_not_reset_the_count(counting: Flask) -> None:
    at, name = address(), names()
    refused = first_refused(
        40, lambda number: Visitor(counting, at).post("/sign-in?next=/x", name=name(number), password="wrong")
    )
    assert refused == 31
    forged = Visitor(counting, at)
    for header in ("X-Forwarded-For", "X-Real-IP", "Forwarded", "True-Client-IP", "CF-Connecting-IP"):
        form = {"name": name(50), "password": "wrong", "csrf_token": forged.token}
        response = forged.client.post("/sign-in", data=form, headers={header: "192.0.2.1"})
        assert response.status_code == 429, header


def test_the_right_password_does_not_help_who_tried_too_often(counting: Flask) -> None:
    make_teacher(counting, "teacher")
    first_refused(15, lambda number: Visitor(counting, address()).post("/sign-in", name="teacher", password="wrong"))
    before = dump(store_of(counting))
    response = Visitor(counting, address()).post("/sign-in", name="teacher", password=PASSWORD)
    assert response.status_code == 429
    assert dump(store_of(counting)) == before


def test_a_long_name_takes_no_longer_to_count(counting: Flask) -> None:
    """Normalising so many marks on one letter takes ten seconds, and a few of these would stop the whole site."""
    visitor = Visitor(counting, address())
    start = time.perf_counter()
    assert visitor.post("/sign-in", name="a" + "\u0300\u0316" * 20_000, password="x").status_code == 422
    assert time.perf_counter() - start < 0.5


def test_an_address_signs_up_so_often_and_no_more(limited: Flask) -> None:
    visitor = Visitor(limited, address())
    assert first_refused(40, lambda number: visitor.post("/sign-up", name="Ann", password="short")) == 31


def test_an_address_tries_so_many_class_codes_and_no_more(limited: Flask) -> None:
    at = address()
    refused = first_refused(
        40, lambda number: Visitor(limited, at).post("/classes/join", code=f"ABCDEFGH{number % 6 + 2}")
    )
    assert refused == 21


def test_an_account_tries_so_many_class_codes_from_all_addresses_together(counting: Flask) -> None:
    make_teacher(counting, "teacher")
    browser = Browser(counting)
    sign_in(browser, "teacher")
    token = browser.get("/help").form("/theme").fields["csrf_token"]

    def attempt(number: int) -> TestResponse:
        response: TestResponse = browser.client.post(  # type: ignore[attr-defined]
            "/classes/join",
            data={"code": "ABCDEFGH2", "csrf_token": token},
            environ_overrides={"REMOTE_ADDR": address()},
        )
        return response

    assert first_refused(60, attempt) is not None


def test_a_password_within_a_session_is_guessed_so_often_and_no_more(counting: Flask) -> None:
    make_teacher(counting, "teacher")
    for path, form in (("/account/password", {"current": "wrong", "password": "x" * 9}), ("/account/erase", {})):
        browser = Browser(counting)
        sign_in(browser, "teacher")
        token = browser.get("/help").form("/theme").fields["csrf_token"]
        sent = {**form, "csrf_token": token}
        refused = first_refused(40, lambda number, path=path, sent=sent, one=browser: one.post(path, sent))
        assert refused is not None, path


def test_a_class_code_cannot_be_guessed_and_ends_by_the_servers_clock(
    app: Flask, open_browser: Callable[[], Browser]
) -> None:
    assert len(CODE_SIGNS) ** CODE_LENGTH > 2**40
    app.config["CLOCK"] = lambda: NOON
    make_teacher(app, "teacher")
    sign_in(teacher := open_browser(), "teacher")
    classroom, code = open_class(teacher, "A class")
    end = NOON + timedelta(days=60)
    for moment, members in ((0, 0), (1, 0), (-1, 1)):
        app.config["CLOCK"] = lambda moment=moment: end + timedelta(milliseconds=moment)
        learner = open_browser()
        page = learner.get("/sign-in")
        learner.send(page, page.form("/classes/join"), code=code)
        assert len(dump(store_of(app))["member"]) == members, moment
    app.config["CLOCK"] = lambda: NOON
    page = teacher.get(f"/classes/{classroom}")
    teacher.post(f"/classes/{classroom}/code", {"csrf_token": page.tree.forms[0].fields["csrf_token"]})
    learner = open_browser()
    page = learner.get("/sign-in")
    learner.send(page, page.form("/classes/join"), code=code)
    assert len(dump(store_of(app))["member"]) == 1


def test_a_wrong_name_and_a_wrong_password_look_the_same_and_take_as_long(app: Flask, browser: Browser) -> None:
    make_teacher(app, "Anna Lind")
    token = browser.get("/help").form("/theme").fields["csrf_token"]
    took: dict[str, list[float]] = {"Anna Lind": [], "Olga Berg": []}
    faces = set()
    for _ in range(15):
        for name, times in took.items():
            start = time.perf_counter()
            response = browser.post("/sign-in", {"name": name, "password": "wrong password", "csrf_token": token})
            times.append(time.perf_counter() - start)
            body = re.sub(r'(name="csrf_token" value=)"[^"]*"', "", response.get_data(as_text=True))
            faces.add((response.status_code, body.replace(name, "NAME"), str(response.headers)))
    assert len({face[:2] for face in faces}) == 1
    known, unknown = (statistics.median(times) for times in took.values())
    # Without the work for nobody the second would be ten times as fast.
    assert 0.5 < known / unknown < 2


@pytest.mark.skipif(not HAS_REDIS, reason="no Redis answers: what it alone can show is left out")
def test_redis_counts_for_all_workers_together(store: Store, database_url: str) -> None:
    """Another worker, begun later, goes on counting where the first one was."""
    at, name = address(), names()

    def tries(times: int) -> int | None:
        for app in with_limits(database_url, REDIS):
            visitor = Visitor(app, at)
            found = first_refused(
                times, lambda number, one=visitor: one.post("/sign-in", name=name(number), password="-")
            )
        return found

    assert tries(5) is None
    assert list(redis.Redis.from_url(REDIS).scan_iter(f"*{at}*"))
    assert tries(40) == 26

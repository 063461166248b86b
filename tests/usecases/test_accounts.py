"""Being known: as a guest, by name, and not at all."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, text

from quizapp.errors import Conflict, Rejected
from quizapp.store import Store, people
from quizapp.store.tables import Row
from quizapp.usecases import accounts, summing_up, taking
from quizapp.usecases.taking import Wish

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
AMIRA = {"name": "Amira", "password": "a long walk home"}


def guest(store: Store) -> int:
    return accounts.welcome_guest(store, "guest", NOON)


def test_a_guest_who_signs_up_keeps_everything(store: Store) -> None:
    learner = guest(store)
    taking.begin(store, learner, Wish("endurance"), NOON, "one", 1)
    assert accounts.sign_up(store, learner, "guest", "named", AMIRA, NOON) == learner
    viewer = accounts.viewer_of(store, "named", NOON)
    assert viewer is not None
    assert (viewer.name, viewer.is_signed_in, viewer.is_teacher) == ("Amira", True, False)
    assert accounts.viewer_of(store, "guest", NOON) is None
    assert taking.place_of(store, learner, "one").number == 1


def test_a_guest_who_signs_in_brings_along_what_was_done(store: Store) -> None:
    amira = accounts.sign_up(store, None, None, "first", AMIRA, NOON)
    learner = guest(store)
    taking.begin(store, learner, Wish("endurance"), NOON, "one", 1)
    assert accounts.sign_in(store, learner, "guest", "second", AMIRA, NOON) == amira
    assert taking.place_of(store, amira, "one").number == 1
    assert accounts.viewer_of(store, "guest", NOON) is None
    with store.look() as work:
        assert people.learner_by_id(work, learner) is None


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"name": "A"}, "2 to 60"),
        ({"name": "x" * 61}, "2 to 60"),
        ({"name": "Ami\u200bra"}, "invisible"),
        ({"name": "Ami\u202era"}, "invisible"),
        ({"name": "--"}, "letters or digits"),
        ({"password": "short"}, "at least 8"),
        ({"password": "Amira   ".strip() + "Amira", "name": "AmiraAmira"}, "not your name"),
        ({"password": "aaaaaaaab"}, "two different"),
        ({"email": "amira"}, "e-mail"),
    ],
)
def test_what_cannot_be_is_refused_with_what_to_do(store: Store, given: dict[str, str], says: str) -> None:
    with pytest.raises(Rejected, match=says):
        accounts.sign_up(store, None, None, "token", {**AMIRA, **given}, NOON)


def test_all_problems_are_said_at_once(store: Store) -> None:
    with pytest.raises(Rejected) as refused:
        accounts.sign_up(store, None, None, "token", {"name": "A", "password": "b", "email": "c"}, NOON)
    assert len(refused.value.problems) == 3


@pytest.mark.parametrize("name", ["Amira", "AMIRA", " amira ", "Ａmira"])
def test_a_name_that_looks_the_same_is_taken(store: Store, name: str) -> None:
    accounts.sign_up(store, None, None, "first", AMIRA, NOON)
    with pytest.raises(Conflict, match="taken"):
        accounts.sign_up(store, None, None, "second", {**AMIRA, "name": name}, NOON)


def test_a_wrong_name_and_a_wrong_password_are_told_the_same(store: Store) -> None:
    accounts.sign_up(store, None, None, "first", AMIRA, NOON)
    said = set()
    for given in ({"name": "Amira", "password": "something else"}, {"name": "Nobody", "password": "a long walk home"}):
        with pytest.raises(Conflict) as refused:
            accounts.sign_in(store, None, None, "second", given, NOON)
        said.add(refused.value.reason)
    assert len(said) == 1


def test_a_session_ends_with_its_time(store: Store) -> None:
    accounts.sign_up(store, None, None, "token", AMIRA, NOON)
    assert accounts.viewer_of(store, "token", NOON + timedelta(days=29)) is not None
    assert accounts.viewer_of(store, "token", NOON + timedelta(days=31)) is None


def test_a_new_password_signs_every_other_browser_out(store: Store) -> None:
    amira = accounts.sign_up(store, None, None, "here", AMIRA, NOON)
    accounts.sign_in(store, None, None, "there", AMIRA, NOON)
    with pytest.raises(Rejected, match="current password"):
        accounts.change_password(store, amira, "here", "new", "wrong", "another long walk", NOON)
    accounts.change_password(store, amira, "here", "new", AMIRA["password"], "another long walk", NOON)
    assert [accounts.viewer_of(store, one, NOON) is None for one in ("here", "there", "new")] == [True, True, False]
    with pytest.raises(Conflict):
        accounts.sign_in(store, None, None, "again", AMIRA, NOON)


def test_erasing_leaves_nothing_in_any_table(store: Store) -> None:
    learner = accounts.sign_up(store, guest(store), "guest", "token", {**AMIRA, "email": "amira@example.org"}, NOON)
    place = taking.begin(store, learner, Wish("endurance"), NOON, "one", 1)
    taking.submit_answer(store, learner, "one", place.number or 1, {"skip": "yes"}, NOON)
    with pytest.raises(Rejected):
        accounts.erase(store, learner, "wrong")
    accounts.erase(store, learner, AMIRA["password"])
    with store.look() as work:
        left = {
            table.name: work.session.execute(select(text("count(*)")).select_from(table)).scalar()
            for table in Row.metadata.sorted_tables
            if table.name not in {"question_set", "question", "question_revision"}
        }
    assert set(left.values()) == {0}, left


def test_the_export_tells_all_and_no_password(store: Store) -> None:
    learner = accounts.sign_up(store, None, None, "token", AMIRA, NOON)
    place = taking.begin(store, learner, Wish("endurance", "assessment"), NOON, "one", 1)
    taking.submit_answer(store, learner, "one", place.number or 1, {"skip": "yes"}, NOON)
    document = accounts.export(store, learner)
    assert document["name"] == "Amira"
    [attempt] = document["attempts"]
    assert attempt["answers"][0]["score"] is None  # an assessment tells nothing before its end
    assert "argon2" not in str(document)
    taking.stop_here(store, learner, "one", NOON)
    assert accounts.export(store, learner)["attempts"][0]["answers"][0]["score"] == 0
    assert summing_up.show_progress(store, learner).attempts[0].answered == 1


def test_a_teacher_is_made_at_the_command_line(store: Store) -> None:
    accounts.add_teacher(store, "Ms Lund", "correct horse", NOON)
    accounts.sign_in(store, None, None, "token", {"name": "ms lund", "password": "correct horse"}, NOON)
    viewer = accounts.viewer_of(store, "token", NOON)
    assert viewer is not None
    assert viewer.is_teacher
    with pytest.raises(Rejected, match="taken"):
        accounts.add_teacher(store, "Ms Lund", "correct horse", NOON)

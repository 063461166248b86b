"""Accounts: being known to the program, as a guest or by name, and leaving it with nothing left behind."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from quizapp.attempts import words_of
from quizapp.errors import Conflict, NotFound, Rejected
from quizapp.store import Store, Taken, Work, attempts, bank, people
from quizapp.store.people import StoredLearner
from quizapp.usecases.shown import AccountShown

SHORTEST_NAME, LONGEST_NAME = 2, 60
SHORTEST_PASSWORD, LONGEST_PASSWORD = 8, 200
# Shown as nothing though they are letters or marks: Unicode's Default_Ignorable_Code_Point, and the empty Braille cell.
UNSEEN = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]")
GUEST_DAYS, SIGNED_IN_DAYS = 90, 30
# argon2id with 46 MiB and one pass, as OWASP's cheat sheet on storing passwords has it.
HASHER = PasswordHasher(time_cost=1, memory_cost=47_104, parallelism=1)
# What is verified where there is no such name, so that it takes as long.
NOBODY = "$argon2id$v=19$m=47104,t=1,p=1$nRtGUmj8Z9wyDOgNUVijMA$WA93OqM7Fijs3G2olpakhsuDdiUx8GYmuW6Xr0TTPao"
WRONG = "This name and password do not belong together. Check both and try again."
TAKEN = "This name is taken. Choose another, or add a number."


@dataclass(frozen=True, slots=True)
class Viewer:
    """The person a page is for."""

    id: int
    name: str
    is_signed_in: bool
    is_teacher: bool


def viewer_of(store: Store, token: str, now: datetime) -> Viewer | None:
    """Who a browser's token belongs to; None where it is nobody's, revoked or too old."""
    with store.look() as work:
        found = people.learner_of_browser(work, _hash(token), now)
    return None if found is None else Viewer(found.id, found.name or "Guest", not found.is_guest, found.is_teacher)


def welcome_guest(store: Store, token: str, now: datetime) -> int:
    """A new guest, known by the token from now on."""
    with store.change() as work:
        learner = people.add_learner(work, now)
        people.add_browser(work, _hash(token), learner, now, now + timedelta(days=GUEST_DAYS))
        return learner


def sign_up(
    store: Store, guest: int | None, old_token: str | None, token: str, given: dict[str, str], now: datetime
) -> int:
    """A person with a name; what a guest did is theirs. Raises Rejected with every problem, Conflict where taken."""
    name, password, email = clean_name(given["name"]), given["password"], given.get("email", "").strip()
    problems = [*_problems_of_name(name), *problems_of_password(password, name), *_problems_of_email(email)]
    if problems:
        raise Rejected(problems)
    hashed = HASHER.hash(password)
    try:
        with store.change() as work:
            learner = guest if guest is not None else people.add_learner(work, now)
            if not _is_guest(work, learner):
                raise Conflict("You have an account already. Sign out to make another.")
            people.name_learner(work, learner, name, key_of_name(name), hashed, email or None)
            _new_token(work, learner, old_token, token, now)
            return learner
    except Taken as error:
        raise Conflict(TAKEN) from error


def sign_in(
    store: Store, guest: int | None, old_token: str | None, token: str, given: dict[str, str], now: datetime
) -> int:
    """Sign in by name and password; what a guest did goes along. Raises Conflict, the same for every cause."""
    with store.look() as work:
        found = people.learner_by_name(work, key_of_name(given["name"]))
    if not _fits(found.password if found else None, given["password"]) or found is None:
        raise Conflict(WRONG)
    with store.change() as work:
        if guest is not None and guest != found.id and _is_guest(work, guest):
            people.move_attempts(work, guest, found.id)
        _new_token(work, found.id, old_token, token, now)
        people.remove_stale_browsers(work, now)
        return found.id


def sign_out(store: Store, token: str) -> None:
    with store.change() as work:
        people.remove_browser(work, _hash(token))


def sign_out_everywhere(store: Store, learner: int) -> None:
    with store.change() as work:
        people.remove_browsers(work, learner)


def change_password(
    store: Store, learner: int, old_token: str, token: str, current: str, password: str, now: datetime
) -> None:
    """A new password; every other browser is signed out. Raises Rejected."""
    with store.look() as work:
        found = people.learner_by_id(work, learner)
    if found is None or found.is_guest:
        raise NotFound
    if not _fits(found.password, current):
        raise Rejected(["Your current password is another. Type it again."])
    problems = problems_of_password(password, found.name or "")
    if problems:
        raise Rejected(problems)
    hashed = HASHER.hash(password)
    with store.change() as work:
        people.set_password(work, learner, hashed)
        people.remove_browsers(work, learner)
        _new_token(work, learner, old_token, token, now)


def erase(store: Store, learner: int, password: str) -> None:
    """Everything of a learner's, gone; an account asks for its password. Raises Rejected."""
    with store.look() as work:
        found = people.learner_by_id(work, learner)
    if found is None:
        raise NotFound
    if not found.is_guest and not _fits(found.password, password):
        raise Rejected(["Your password is another. Type it again."])
    with store.change() as work:
        people.erase_learner(work, learner)


def show_account(store: Store, learner: int, now: datetime) -> AccountShown:
    with store.look() as work:
        found = people.learner_by_id(work, learner)
        if found is None:
            raise NotFound
        classes = tuple(one.name for one in people.classes_joined(work, learner))
        browsers = people.count_browsers(work, learner, now)
    return AccountShown(found.name or "", found.email or "", found.is_guest, found.is_teacher, classes, browsers)


def export(store: Store, learner: int) -> dict[str, Any]:
    """All that is stored about a learner, as plain values; keys of questions that still wait are not among it."""
    with store.look() as work:
        found = people.learner_by_id(work, learner)
        if found is None:
            raise NotFound
        classes = [one.name for one in people.classes_joined(work, learner)]
        done = attempts.attempts_of(work, learner)
        revisions = [one.revision for each in done for one in each.attempt.presentations]
        questions = bank.questions_by_revision(work, revisions)
    told = []
    for each in done:
        answers = []
        for shown in each.attempt.presentations:
            response = each.attempt.response_to(shown.number)
            is_told = each.attempt.mode == "practice" or each.attempt.finished is not None
            answers.append(
                {
                    "question": questions[shown.revision].stem,
                    "shown": shown.shown.isoformat(),
                    # In words: option ids would tell the order of the file, which may be the right one.
                    "answer": (words_of(questions[shown.revision], response.answer) or None) if response else None,
                    "score": response.score if response and is_told else None,
                    "answered": response.answered.isoformat() if response else None,
                }
            )
        told.append(
            {
                "set": each.title, "mode": each.attempt.mode, "started": each.attempt.started.isoformat(),
                "finished": each.attempt.finished.isoformat() if each.attempt.finished else None, "answers": answers,
            }
        )  # fmt: skip
    return {
        "name": found.name, "email": found.email, "created": found.created.isoformat(), "classes": classes,
        "attempts": told,
    }  # fmt: skip


def add_teacher(store: Store, name: str, password: str, now: datetime) -> None:
    """A teacher's account, made at the command line; an account of that name becomes a teacher's. Raises Rejected."""
    name = clean_name(name)
    problems = [*_problems_of_name(name), *problems_of_password(password, name)]
    if problems:
        raise Rejected(problems)
    hashed = HASHER.hash(password)
    try:
        with store.change() as work:
            learner = people.add_learner(work, now)
            people.name_learner(work, learner, name, key_of_name(name), hashed, None, is_teacher=True)
    except Taken as error:
        raise Rejected([TAKEN]) from error


def clean_name(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())


def key_of_name(text: str) -> str:
    """A name as compared: NFKC, case folded, spaces collapsed; two that look the same are the same."""
    return unicodedata.normalize("NFKC", clean_name(text).casefold())[: 3 * LONGEST_NAME]


def _problems_of_name(name: str) -> list[str]:
    if not SHORTEST_NAME <= len(name) <= LONGEST_NAME:
        return [f"Choose a name of {SHORTEST_NAME} to {LONGEST_NAME} characters."]
    if UNSEEN.search(name) or any(unicodedata.category(character)[0] == "C" for character in name):
        return ["Choose a name without invisible characters."]
    if not any(character.isalnum() for character in name):
        return ["Choose a name with letters or digits in it."]
    return []


def problems_of_password(password: str, name: str) -> list[str]:
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        return [f"Choose a password of at least {SHORTEST_PASSWORD} characters."]
    if password.casefold() == name.casefold():
        return ["Choose a password that is not your name."]
    if len(set(password)) < len("ab") + 1:
        return ["Choose a password with more than two different characters."]
    return []


def _problems_of_email(email: str) -> list[str]:
    if email and not re.fullmatch(r"[^@\s\x00-\x1f]{1,64}@[^@\s\x00-\x1f]{1,180}", email):
        return ["Write the whole e-mail address, such as name@example.org, or leave it empty."]
    return []


def _is_guest(work: Work, learner: int) -> bool:
    found: StoredLearner | None = people.learner_by_id(work, learner, lock=True)
    return found is not None and found.is_guest


def _new_token(work: Work, learner: int, old: str | None, new: str, now: datetime) -> None:
    """A new session at every change of who somebody is, so that no token from before is worth anything."""
    if old is not None:
        people.remove_browser(work, _hash(old))
    people.add_browser(work, _hash(new), learner, now, now + timedelta(days=SIGNED_IN_DAYS))


def _fits(hashed: str | None, password: str) -> bool:
    try:
        return HASHER.verify(hashed or NOBODY, password[:LONGEST_PASSWORD]) and hashed is not None
    except (VerificationError, InvalidHashError):
        return False


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()

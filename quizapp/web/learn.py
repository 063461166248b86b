"""Taking a quiz: choosing one, answering, feedback, the end."""

import secrets
from typing import get_args

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.errors import Conflict, NotFound
from quizapp.questions import Topic
from quizapp.usecases import browsing, showing, summing_up, taking
from quizapp.usecases.taking import Place, Unreadable, Wish
from quizapp.web.guards import learner, now, store, viewer, welcome

pages = Blueprint("learn", __name__)
CODE_BYTES = 12
SEEDS = 2**31 - 1
NUMBER = "<int(min=1, max=10000):number>"
TOPICS = frozenset(get_args(Topic))


@pages.get("/")
def start() -> str:
    found = viewer()
    return render_template("learn/start.html", page=browsing.show_start(store(), found.id if found else None))


@pages.get("/quizzes/<slug>")
def choose(slug: str) -> str:
    found = viewer()
    page = browsing.show_set(store(), found.id if found else None, slug)
    return render_template("learn/choose.html", page=page, classroom=_whole(request.args.get("classroom")))


@pages.get("/reports/<slug>")
def report(slug: str) -> str:
    return render_template("learn/report.html", page=browsing.show_report(store(), slug))


@pages.post("/quizzes")
def begin() -> ResponseReturnValue:
    sent = request.form
    chosen = frozenset(sent.getlist("topic"))
    wish = Wish(
        slug=sent.get("slug") or request.args.get("slug", ""),
        mode="assessment" if sent.get("mode") == "assessment" else "practice",
        topics=frozenset(topic for topic in get_args(Topic) if topic in chosen),
        length="long" if sent.get("length") == "long" else "short",
        classroom=_whole(sent.get("classroom")),
    )
    if viewer() is None:  # nobody becomes a guest by asking for what is not there
        browsing.show_set(store(), None, wish.slug)
        if wish.classroom is not None:
            raise NotFound
    try:
        place = taking.begin(
            store(), welcome(), wish, now(), secrets.token_urlsafe(CODE_BYTES), secrets.randbelow(SEEDS)
        )
    except Conflict as error:
        flash(error.reason, "warning")
        return redirect(url_for("learn.choose", slug=wish.slug))
    return _to(place)


@pages.get("/attempts/<attempt>")
def attempt(attempt: str) -> ResponseReturnValue:
    return _to(taking.place_of(store(), learner(), attempt))


@pages.get(f"/attempts/<attempt>/questions/{NUMBER}")
def question(attempt: str, number: int) -> ResponseReturnValue:
    place = taking.place_of(store(), learner(), attempt)
    if place.number != number:
        return _to(place)
    return render_template("learn/question.html", page=showing.show_question(store(), learner(), attempt, number))


@pages.post(f"/attempts/<attempt>/questions/{NUMBER}")
def answer(attempt: str, number: int) -> ResponseReturnValue:
    sent = request.form.to_dict()
    if "move" in sent and "check" not in sent and "skip" not in sent:
        said = taking.move(store(), learner(), attempt, number, sent)
        if said:
            flash(said, "moved")
        return redirect(url_for("learn.question", attempt=attempt, number=number))
    try:
        place = taking.submit_answer(store(), learner(), attempt, number, sent, now())
    except Unreadable as error:
        pairs = (f"{name.removeprefix('match-')}-{sent[name]}" for name in sent if name.startswith("match-"))
        given = sent.get("answer") or ",".join(pairs)
        page = showing.show_question(store(), learner(), attempt, number, given, error.problem)
        return render_template("learn/question.html", page=page), 422
    if showing.tells_at_once(store(), learner(), attempt):
        return redirect(url_for("learn.feedback", attempt=attempt, number=number))
    return _to(place)


@pages.get(f"/attempts/<attempt>/questions/{NUMBER}/feedback")
def feedback(attempt: str, number: int) -> str:
    return render_template("learn/feedback.html", page=showing.show_feedback(store(), learner(), attempt, number))


@pages.post("/attempts/<attempt>/finish")
def finish(attempt: str) -> ResponseReturnValue:
    return _to(taking.stop_here(store(), learner(), attempt, now()))


@pages.get("/attempts/<attempt>/result")
def result(attempt: str) -> str:
    return render_template("learn/result.html", page=summing_up.show_result(store(), learner(), attempt))


@pages.post("/attempts/<attempt>/practise")
def practise(attempt: str) -> ResponseReturnValue:
    code, seed = secrets.token_urlsafe(CODE_BYTES), secrets.randbelow(SEEDS)
    return _to(taking.practise_missed(store(), learner(), attempt, now(), code, seed))


def _to(place: Place) -> ResponseReturnValue:
    """To the question that waits, or to the result."""
    if place.number is None:
        return redirect(url_for("learn.result", attempt=place.attempt))
    return redirect(url_for("learn.question", attempt=place.attempt, number=place.number))


def _whole(text: str | None) -> int | None:
    """A number that a database can hold, or None."""
    if text is None or not (text.isascii() and text.isdigit()):
        return None
    value = int(text)
    return value if value < 2**31 else None

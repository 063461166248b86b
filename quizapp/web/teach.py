"""A teacher's classes."""

import secrets

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import StringField
from wtforms.validators import DataRequired, Length

from quizapp.errors import Conflict, Rejected
from quizapp.usecases import summing_up, teaching
from quizapp.usecases.teaching import CODE_LENGTH, CODE_SIGNS
from quizapp.web.guards import learner as own_id
from quizapp.web.guards import now, store, teachers_only

pages = Blueprint("teach", __name__)
CLASS = "<int(max=2147483647):classroom>"


class ClassForm(FlaskForm):
    """A class by its name."""

    name = StringField("Name of the class", [DataRequired("Give the class a name."), Length(max=200)])


@pages.get("/classes")
@teachers_only
def classes() -> str:
    return _classes(ClassForm())


def _classes(form: ClassForm) -> str:
    return render_template("teach/classes.html", classes=teaching.show_classes(store(), own_id()), form=form)


@pages.post("/classes")
@teachers_only
def create_class() -> ResponseReturnValue:
    form = ClassForm()
    if form.validate_on_submit():
        try:
            made = teaching.create_class(store(), own_id(), form.name.data or "", _code(), now())
        except (Rejected, Conflict) as error:
            form.name.errors = [str(error)]
        else:
            return redirect(url_for("teach.classroom", classroom=made))
    return _classes(form), 422


def _code() -> str:
    return "".join(secrets.choice(CODE_SIGNS) for _ in range(CODE_LENGTH))


@pages.get(f"/classes/{CLASS}")
@teachers_only
def classroom(classroom: int) -> str:
    return render_template("teach/classroom.html", page=teaching.show_class(store(), own_id(), classroom))


@pages.post(f"/classes/{CLASS}/quizzes")
@teachers_only
def give(classroom: int) -> ResponseReturnValue:
    title = teaching.give_quiz(store(), own_id(), classroom, request.form.get("slug", ""), now())
    flash(f"The class has “{title}” now: learners find it on their start page.", "success")
    return redirect(url_for("teach.classroom", classroom=classroom))


@pages.post(f"/classes/{CLASS}/code")
@teachers_only
def renew_code(classroom: int) -> ResponseReturnValue:
    teaching.renew_code(store(), own_id(), classroom, _code(), now())
    flash("The class has a new code. The old one lets nobody in any more.", "success")
    return redirect(url_for("teach.classroom", classroom=classroom))


@pages.get(f"/classes/{CLASS}/learners/<int(max=2147483647):learner>")
@teachers_only
def learner(classroom: int, learner: int) -> str:
    page = summing_up.show_class_progress(store(), own_id(), classroom, learner)
    return render_template("results/progress.html", page=page, classroom=classroom)


@pages.get(f"/classes/{CLASS}/attempts/<attempt>")
@teachers_only
def attempt(classroom: int, attempt: str) -> str:
    page = summing_up.show_class_result(store(), own_id(), classroom, attempt)
    return render_template("learn/result.html", page=page, classroom=classroom)

"""Accounts: sign up, sign in, sign out, password, export, erase, and entering a class."""

import json

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, PasswordField, StringField
from wtforms.validators import DataRequired, Length, Optional

from quizapp.errors import Conflict, Rejected
from quizapp.usecases import accounts, teaching
from quizapp.web.guards import enter, learner, leave, new_token, now, safe_path, store, token, viewer, welcome
from quizapp.web.limits import BY_ADDRESS, BY_NAME, CODES_BY_ADDRESS, is_reading, limiter, name_tried

pages = Blueprint("accounts", __name__)
LONGEST = 300


class SignInForm(FlaskForm):
    """A name and a password."""

    name = StringField("User name", [DataRequired("Write your user name."), Length(max=LONGEST)])
    password = PasswordField("Password", [DataRequired("Write your password."), Length(max=LONGEST)])
    next = HiddenField()


class SignUpForm(FlaskForm):
    """A name and a password to be known by; pupils have no e-mail."""

    name = StringField("User name", [DataRequired("Choose a user name."), Length(max=LONGEST)])
    password = PasswordField("Password", [DataRequired("Choose a password."), Length(max=LONGEST)])
    email = StringField("E-mail (you can leave this empty)", [Optional(), Length(max=254)])


class PasswordForm(FlaskForm):
    """A new password."""

    current = PasswordField("Current password", [DataRequired("Write your current password."), Length(max=LONGEST)])
    password = PasswordField("New password", [DataRequired("Choose a new password."), Length(max=LONGEST)])


class EraseForm(FlaskForm):
    """Being sure: an account's password, a guest's tick."""

    password = PasswordField("Your password", [Optional(), Length(max=LONGEST)])
    sure = BooleanField("Yes, erase everything")


@pages.route("/sign-in", methods=["GET", "POST"])
@limiter.limit(BY_ADDRESS, exempt_when=is_reading)
@limiter.limit(BY_NAME, key_func=name_tried, exempt_when=is_reading)
def sign_in() -> ResponseReturnValue:
    form = SignInForm()
    if request.method == "GET":
        form.next.data = safe_path(request.args.get("next")) or ""
    if form.validate_on_submit():
        fresh, found = new_token(), viewer()
        given = {"name": form.name.data or "", "password": form.password.data or ""}
        try:
            accounts.sign_in(store(), found.id if found else None, token(), fresh, given, now())
        except Conflict as error:
            form.password.errors = [error.reason]
        else:
            enter(fresh)
            return redirect(safe_path(form.next.data) or url_for("learn.start"))
    return render_template("accounts/sign_in.html", form=form), 422 if form.errors else 200


@pages.route("/sign-up", methods=["GET", "POST"])
@limiter.limit(BY_ADDRESS, exempt_when=is_reading)
def sign_up() -> ResponseReturnValue:
    form = SignUpForm()
    if form.validate_on_submit():
        fresh, found = new_token(), viewer()
        given = {"name": form.name.data or "", "password": form.password.data or "", "email": form.email.data or ""}
        try:
            accounts.sign_up(store(), found.id if found else None, token(), fresh, given, now())
        except Rejected as error:
            _put_errors(form, error.problems)
        except Conflict as error:
            form.name.errors = [error.reason]
        else:
            enter(fresh)
            flash("Your account is ready, and what you did as a guest is in it.", "success")
            return redirect(url_for("results.progress"))
    return render_template("accounts/sign_up.html", form=form), 422 if form.errors else 200


def _put_errors(form: SignUpForm, problems: list[str]) -> None:
    """Each problem beside the field that it speaks of."""
    for problem in problems:
        field = form.email if "e-mail" in problem else form.password if "password" in problem else form.name
        field.errors = [*field.errors, problem]


@pages.post("/sign-out")
def sign_out() -> ResponseReturnValue:
    old = token()
    if old is not None:
        accounts.sign_out(store(), old)
    return _left()


@pages.post("/sign-out-everywhere")
def sign_out_everywhere() -> ResponseReturnValue:
    accounts.sign_out_everywhere(store(), learner())
    return _left()


def _left() -> ResponseReturnValue:
    """Out, with nothing left in a browser that others may use."""
    leave()
    response = redirect(url_for("learn.start"))
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


@pages.get("/account")
def account() -> str:
    return _account(PasswordForm())


def _account(form: PasswordForm) -> str:
    page = accounts.show_account(store(), learner(), now())
    return render_template("accounts/account.html", page=page, form=form)


@pages.post("/account/password")
@limiter.limit(BY_ADDRESS)
def change_password() -> ResponseReturnValue:
    form = PasswordForm()
    if form.validate_on_submit():
        fresh = new_token()
        try:
            accounts.change_password(
                store(), learner(), token() or "", fresh, form.current.data or "", form.password.data or "", now()
            )
        except Rejected as error:
            wrong = form.current if "current" in error.problems[0] else form.password
            wrong.errors = error.problems
        else:
            enter(fresh)
            flash("Your password is changed. Every other browser is signed out.", "success")
            return redirect(url_for("accounts.account"))
    return _account(form), 422


@pages.get("/account/export")
def export() -> Response:
    document = accounts.export(store(), learner())
    return Response(
        json.dumps(document, ensure_ascii=False, indent=2),
        mimetype="application/json",
        headers={"Content-Disposition": 'attachment; filename="my-quizapp-data.json"'},
    )


@pages.route("/account/erase", methods=["GET", "POST"])
@limiter.limit(BY_ADDRESS, exempt_when=is_reading)
def erase() -> ResponseReturnValue:
    form = EraseForm()
    page = accounts.show_account(store(), learner(), now())
    if form.validate_on_submit():
        try:
            if page.is_guest and not form.sure.data:
                raise Rejected(["Tick the box to say that you are sure."])
            accounts.erase(store(), learner(), form.password.data or "")
        except Rejected as error:
            (form.sure if page.is_guest else form.password).errors = error.problems
        else:
            return _left()
    return render_template("accounts/erase.html", page=page, form=form), 422 if form.errors else 200


@pages.post("/classes/join")
@limiter.limit(CODES_BY_ADDRESS)
@limiter.limit(CODES_BY_ADDRESS, key_func=lambda: f"account {learner()}", exempt_when=lambda: viewer() is None)
def join() -> ResponseReturnValue:
    try:
        name = teaching.join_class(store(), welcome(), request.form.get("code", ""), now())
    except Rejected as error:
        flash(error.problems[0], "warning")
    else:
        flash(f"You are in the class {name}.", "success")
    return redirect(url_for("learn.start"))

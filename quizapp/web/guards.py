"""Who is looking, and what every answer carries: sessions that the server can end, CSRF, and headers."""

import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps
from typing import ParamSpec, cast

from flask import Flask, Response, abort, current_app, g, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user
from flask_wtf import CSRFProtect

from quizapp.store import Store
from quizapp.usecases.accounts import Viewer, viewer_of, welcome_guest

P = ParamSpec("P")
TOKEN_BYTES = 32
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
A_YEAR = "public, max-age=31536000, immutable"
csrf = CSRFProtect()


class Person(UserMixin):
    """A viewer as Flask-Login keeps it: its id is the browser's token, which the server can revoke."""

    def __init__(self, token: str, viewer: Viewer) -> None:
        self.token = token
        self.viewer = viewer

    def get_id(self) -> str:
        return self.token


def register_guards(app: Flask) -> None:
    csrf.init_app(app)
    manager = LoginManager(app)
    manager.session_protection = None  # it binds to an address, and pupils change theirs
    manager.user_loader(_person_of)
    app.before_request(_number_request)
    app.after_request(_add_headers)


def _person_of(token: str) -> Person | None:
    viewer = viewer_of(store(), token, now())
    return None if viewer is None else Person(token, viewer)


def _number_request() -> None:
    g.request_number = secrets.token_hex(4).upper()
    # PostgreSQL holds no text with a NUL in it, and nobody writes one.
    if "\0" in request.path or any("\0" in value for values in request.form.listvalues() for value in values):
        abort(400)


def _add_headers(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.endpoint in {"static", "bootstrap.static"} and response.status_code == 200:
        response.headers["Cache-Control"] = A_YEAR if "v" in request.args else "public, max-age=3600"
    else:
        response.headers["Cache-Control"] = "no-store"
    return response


def store() -> Store:
    return cast(Store, current_app.extensions["store"])


def now() -> datetime:
    """The server's time, the only one that counts; a test may set another clock."""
    clock = current_app.config.get("CLOCK")
    return cast(datetime, clock()) if clock else datetime.now(UTC)


def new_token() -> str:
    return secrets.token_urlsafe(TOKEN_BYTES)


def viewer() -> Viewer | None:
    """Who is looking; None before anything was begun."""
    return current_user.viewer if current_user.is_authenticated else None


def token() -> str | None:
    """The token of this browser."""
    return current_user.token if current_user.is_authenticated else None


def learner() -> int:
    """The learner who is looking; one who is nobody yet has nothing here."""
    found = viewer()
    if found is None:
        abort(404)
    return found.id


def welcome() -> int:
    """The learner who is looking; a guest is made where there is none."""
    found = viewer()
    if found is not None:
        return found.id
    fresh = new_token()
    identity = welcome_guest(store(), fresh, now())
    enter(fresh)
    return identity


def enter(fresh: str) -> None:
    """Let this browser be known by a new token; nothing of its session from before is kept."""
    found = viewer_of(store(), fresh, now())
    if found is None:
        abort(500)
    theme = session.get("theme")
    session.clear()
    session.permanent = True
    if theme:
        session["theme"] = theme
    login_user(Person(fresh, found))


def leave() -> None:
    """Forget who this browser was."""
    logout_user()
    session.clear()


def teachers_only(view: Callable[P, ResponseReturnValue]) -> Callable[P, ResponseReturnValue]:
    """For teachers; to everybody else the page does not exist, and a guest is asked to sign in."""

    @wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        found = viewer()
        if found is None or not found.is_signed_in:
            return redirect(url_for("accounts.sign_in", next=request.full_path if request.method == "GET" else None))
        if not found.is_teacher:
            abort(404)
        return view(*args, **kwargs)

    return guarded


def safe_path(target: str | None) -> str | None:
    """A path of this site, or None: no other host, no scheme, nothing that a browser would read as one."""
    if not target or not target.startswith("/") or target.startswith(("//", "/\\")):
        return None
    if "\\" in target or any(ord(character) < 0x20 or ord(character) == 0x7F for character in target):
        return None
    return target

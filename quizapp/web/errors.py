"""What went wrong, as pages: what a person can do comes first, and nothing of the inside is shown."""

import logging

from flask import Flask, g, render_template
from flask_login import AnonymousUserMixin
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from quizapp.errors import Conflict, Forbidden, NotFound

logger = logging.getLogger(__name__)
PAGES = {
    400: ("That did not arrive whole", "Go back, load the page again, and send it once more.", ""),
    403: ("This is not open to you", "You are signed in, but not as somebody who may do this.", ""),
    404: ("There is nothing here", "The address may be mistyped, or what was here is not yours to see.", ""),
    405: ("This cannot be done this way", "Go back and use the page's own buttons.", ""),
    413: ("That is too much at once", "Send less: an answer is at most 200 characters.", ""),
    429: ("Too many tries", "Wait five minutes, then try again. Nothing is lost.", ""),
    500: ("Something broke on our side", "It is not your fault. Every answer you checked is saved.",
          "Try again now. If it happens a second time, wait a few minutes; your quiz opens where you stopped."),
}  # fmt: skip
EXPIRED = (
    "This page was open for too long",
    "Go back, load the page again, and send it once more. Nothing is lost.",
    "",
)


def register_errors(app: Flask) -> None:
    app.register_error_handler(NotFound, lambda error: _page(404))
    app.register_error_handler(Forbidden, lambda error: _page(403, error.reason))
    app.register_error_handler(Conflict, lambda error: _page(409, error.reason))
    app.register_error_handler(CSRFError, lambda error: _show(400, *EXPIRED))
    app.register_error_handler(HTTPException, lambda error: (*_page(error.code or 500), error.get_headers()))
    app.register_error_handler(500, _broken)


def _broken(error: Exception) -> tuple[str, int]:
    logger.error("request %s failed", g.get("request_number", ""), exc_info=error)
    g._login_user = AnonymousUserMixin()  # not looked up again: that may be what broke
    return _page(500)


def _page(code: int, reason: str = "") -> tuple[str, int]:
    title, lead, advice = PAGES.get(code, PAGES[400])
    if reason:
        title, lead, advice = "That cannot be done now", reason, ""
    return _show(code, title, lead, advice)


def _show(code: int, title: str, lead: str, advice: str) -> tuple[str, int]:
    number = g.get("request_number", "") if code >= 500 else ""
    return render_template("error.html", code=code, title=title, lead=lead, advice=advice, number=number), code

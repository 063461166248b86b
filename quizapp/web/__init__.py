"""The only place that knows Flask and WTForms: what is asked for is parsed, one use case called, one page shown."""

from flask import Flask
from flask_bootstrap import Bootstrap5

from quizapp.config import Settings
from quizapp.store import open_store
from quizapp.web import about, accounts, learn, results, teach
from quizapp.web.drawing import DRAWING
from quizapp.web.errors import register_errors
from quizapp.web.guards import register_guards
from quizapp.web.limits import register_limits
from quizapp.web.site import register_site


def register_web(app: Flask, settings: Settings) -> None:
    """The pages, with what guards them."""
    app.config.update(
        SECRET_KEY=settings.secret_key,
        SESSION_COOKIE_NAME="quizapp",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.secure,
        PERMANENT_SESSION_LIFETIME=60 * 60 * 24 * 90,
        SESSION_REFRESH_EACH_REQUEST=False,  # else it goes along with files that every cache may keep
        MAX_CONTENT_LENGTH=256 * 1024,
        MAX_FORM_PARTS=200,
        BOOTSTRAP_SERVE_LOCAL=True,
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False,
    )
    app.extensions["store"] = open_store(settings.database)
    Bootstrap5(app)
    register_guards(app)
    register_limits(app, settings)
    register_site(app)
    register_errors(app)
    app.jinja_env.globals.update(DRAWING)
    for blueprint in (about.pages, learn.pages, results.pages, accounts.pages, teach.pages):
        app.register_blueprint(blueprint)

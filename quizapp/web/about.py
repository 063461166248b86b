"""Pages that say what this is, and the choice of colours."""

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from quizapp.web.guards import safe_path
from quizapp.web.site import THEMES

pages = Blueprint("web", __name__)


@pages.get("/help")
def help() -> str:
    return render_template("help.html")


@pages.get("/privacy")
def privacy() -> str:
    return render_template("privacy.html")


@pages.get("/accessibility")
def accessibility() -> str:
    return render_template("accessibility.html")


@pages.post("/theme")
def theme() -> ResponseReturnValue:
    chosen = request.form.get("theme", "")
    if chosen in THEMES:
        session["theme"] = chosen
    return redirect(safe_path(request.form.get("next")) or url_for("learn.start"))

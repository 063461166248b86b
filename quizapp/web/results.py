"""What came of a learner's quizzes."""

from flask import Blueprint, render_template

from quizapp.usecases import summing_up
from quizapp.web.guards import store, viewer

pages = Blueprint("results", __name__)


@pages.get("/progress")
def progress() -> str:
    found = viewer()
    page = summing_up.show_progress(store(), found.id) if found else summing_up.NO_PROGRESS
    return render_template("results/progress.html", page=page)

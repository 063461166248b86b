"""quizapp reads reports, asks questions about them, and measures what learners know."""

from pathlib import Path

from flask import Flask

from quizapp.cli import register_commands
from quizapp.config import Settings, instance_folder, read_settings


def create_app(settings: Settings | None = None) -> Flask:
    """Wire the application together; nothing else happens here."""
    from quizapp.web import register_web  # here, so that a part of the library is imported without the pages

    app = Flask(__name__, static_folder="../static", instance_path=instance_folder())
    register_web(app, settings or read_settings(Path(app.instance_path)))
    register_commands(app)
    return app

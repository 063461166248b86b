"""quizapp reads reports, asks questions about them, and measures what learners know."""

from flask import Flask

from quizapp.cli import register_commands


def create_app() -> Flask:
    """Wire the application together; nothing else happens here."""
    app = Flask(__name__)
    register_commands(app)
    return app

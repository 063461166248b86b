"""The application for a server, and for the flask command."""

from quizapp import create_app

app = create_app()

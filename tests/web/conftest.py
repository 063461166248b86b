"""The application on a real database, and a browser that posts real forms and looks at every page it opens."""

from collections.abc import Callable, Iterator

import pytest
from flask import Flask

from quizapp import create_app
from quizapp.config import Settings
from quizapp.store import Store
from tests.web.browser import Browser


@pytest.fixture
def app(store: Store, database_url: str) -> Iterator[Flask]:
    app = create_app(Settings(database_url, "a key for tests", limits_on=False))
    app.testing = True
    yield app
    app.extensions["store"].close()


@pytest.fixture
def open_browser(app: Flask) -> Callable[[], Browser]:
    """A new browser, as another person has."""
    return lambda: Browser(app)


@pytest.fixture
def browser(open_browser: Callable[[], Browser]) -> Browser:
    return open_browser()

"""How often somebody may try: signing in, signing up and class codes, counted in memory or in Redis."""

from flask import Flask, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

from quizapp.config import Settings
from quizapp.usecases.accounts import key_of_name

# By address, so that nobody tries many names; by name, so that many addresses cannot try one.
BY_ADDRESS = "30 per 5 minutes"
BY_NAME = "10 per 5 minutes"
CODES_BY_ADDRESS = "20 per 5 minutes"
LONGEST = 300
limiter = Limiter(key_func=get_remote_address)


def register_limits(app: Flask, settings: Settings) -> None:
    app.config.update(
        RATELIMIT_ENABLED=settings.limits_on,
        RATELIMIT_STORAGE_URI=settings.limits,
        RATELIMIT_STRATEGY="fixed-window",
        # A Redis that is down must neither let everybody in nor answer 500.
        RATELIMIT_IN_MEMORY_FALLBACK_ENABLED=True,
        RATELIMIT_HEADERS_ENABLED=False,
    )
    limiter.init_app(app)


def name_tried() -> str:
    """The name in the form, as compared: what tries against one account are counted by."""
    # Cut, because normalising takes time that grows with the square of the length; a longer name is nobody's.
    return f"name {key_of_name(request.form.get('name', '')[:LONGEST])}"


def is_reading() -> bool:
    return request.method != "POST"

"""The settings of an installation, from the environment and the instance folder; nothing here has a constant secret."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

KEY_FILE = "secret-key"
DATABASE_FILE = "quizapp.sqlite"
KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Settings:
    """``limits`` is where rate limits are counted, in memory or a Redis; ``secure`` sends cookies by TLS only."""

    database: str
    secret_key: str | None
    limits: str = "memory://"
    secure: bool = False
    limits_on: bool = True


def instance_folder() -> str | None:
    """Where the secret key and the database lie: QUIZAPP_INSTANCE, or None for ``instance/`` beside the program."""
    named = os.environ.get("QUIZAPP_INSTANCE")
    return str(Path(named).absolute()) if named else None


def read_settings(instance: Path) -> Settings:
    """DATABASE_URL, REDIS_URL and SECURE_COOKIES from the environment, the secret key from the instance folder."""
    key = instance / KEY_FILE
    return Settings(
        database=os.environ.get("DATABASE_URL") or f"sqlite:///{instance / DATABASE_FILE}",
        secret_key=key.read_text(encoding="ascii").strip() if key.exists() else None,
        limits=os.environ.get("REDIS_URL") or "memory://",
        secure=os.environ.get("SECURE_COOKIES", "") not in {"", "0"},
    )


def make_key(instance: Path) -> None:
    """A secret key of this installation's own, readable by its user alone; nothing happens where there is one."""
    instance.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(instance / KEY_FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(KEY_BYTES))

"""What every page has: who is looking, the colours chosen, and the addresses of files."""

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from flask import Flask, current_app, request, session, url_for

from quizapp.web.guards import viewer

THEMES = ("device", "light", "dark")


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who the masthead speaks to."""

    name: str
    is_signed_in: bool
    is_teacher: bool


NOBODY = Visitor("", False, False)


def register_site(app: Flask) -> None:
    app.context_processor(_context)
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True


def _context() -> dict[str, Any]:
    found = viewer()
    visitor = NOBODY if found is None else Visitor(found.name, found.is_signed_in, found.is_teacher)
    theme = session.get("theme", "device")
    return {"viewer": visitor, "theme": theme if theme in THEMES else "device", "asset": asset}


def asset(path: str) -> str:
    """The address of a static file, with its version, so that a browser may keep it."""
    return _address(current_app.static_folder or "", request.script_root, path)


@cache
def _address(folder: str, root: str, path: str) -> str:
    return url_for("static", filename=path, v=_version(str(Path(folder) / path)))


@cache
def _version(path: str) -> str:
    file = Path(path)
    return hashlib.sha256(file.read_bytes()).hexdigest()[:10] if file.exists() else "0"

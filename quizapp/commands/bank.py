"""The bank and the database from the command line: prepare, load, dump, and teachers' accounts."""

import getpass
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click
from flask import current_app
from flask.cli import AppGroup, with_appcontext

from quizapp.commands.refusing import refusing
from quizapp.config import make_key

if TYPE_CHECKING:
    from quizapp.store import Store

BANK = Path(__file__).parent.parent.parent / "questions"
users = AppGroup("user", help="People's accounts.")


def _store() -> "Store":
    return cast("Store", current_app.extensions["store"])


def _open_for_writing() -> "Store":
    """The database with its tables as this version needs them."""
    Path(current_app.instance_path).mkdir(parents=True, exist_ok=True)
    store = _store()
    store.migrate()
    return store


@click.command("prepare")
@with_appcontext
@refusing
def prepare_command() -> None:
    """Make what a server needs: the secret key, the tables, and the bundled bank in them."""
    make_key(Path(current_app.instance_path))
    store = _open_for_writing()
    _load(store, BANK)


@click.command("load")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True), default=BANK)
@with_appcontext
@refusing
def load_command(folder: Path) -> None:
    """Load the question sets of a folder into the database."""
    _load(_open_for_writing(), folder)


def _load(store: "Store", folder: Path) -> None:
    from quizapp.usecases.loading import load_folder

    for one in load_folder(store, folder):
        click.echo(f"{one.slug}: {f'{one.questions} questions loaded' if one.has_changed else 'unchanged'}", err=True)


@click.command("dump")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=BANK)
@with_appcontext
@refusing
def dump_command(folder: Path) -> None:
    """Write the question sets of the database into a folder."""
    from quizapp.usecases.loading import dump_folder

    for slug in dump_folder(_open_for_writing(), folder):
        click.echo(f"{folder / slug}", err=True)


@users.command("add")
@click.argument("name")
@click.option("--teacher", is_flag=True, required=True, help="A teacher, who can have classes.")
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input.")
@refusing
def add_command(name: str, teacher: bool, password_stdin: bool) -> None:
    """Make a teacher's account; the password is asked for."""
    from quizapp.usecases.accounts import add_teacher

    password = sys.stdin.readline().rstrip("\n") if password_stdin else getpass.getpass("Password: ")
    add_teacher(_open_for_writing(), name, password, datetime.now(UTC))
    click.echo(f"{name} can sign in as a teacher now.", err=True)

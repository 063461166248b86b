"""How a command says no: every reason on standard error, nothing on standard output, and status 1."""

import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import click

from quizapp.errors import Rejected

P = ParamSpec("P")
R = TypeVar("R")


def refusing(command: Callable[P, R]) -> Callable[P, R]:
    """Say on standard error why a command was refused, and end with status 1."""

    @wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except Rejected as refused:
            for problem in refused.problems:
                click.echo(problem, err=True)
            sys.exit(1)

    return wrapped

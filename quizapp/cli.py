"""The commands on files: they read, print and write, and open no database."""

import json
import sys
from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import Any

import click
from flask import Flask

from quizapp.errors import Rejected
from quizapp.facts import Fact, extract_facts, fact_document
from quizapp.reports import Report, load_report, report_from_bytes

PUBLISHED = click.option("--published", type=click.DateTime(["%Y-%m-%d"]), help="The day the report was published.")
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")


def refusing[**P, R](command: Callable[P, R]) -> Callable[P, R]:
    """Say why a command was refused on standard error, and end with status 1."""

    @wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except Rejected as refused:
            for problem in refused.problems:
                click.echo(problem, err=True)
            sys.exit(1)

    return wrapped

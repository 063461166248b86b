"""The program as it is served: gunicorn with workers of its own, which can be killed outright and started again."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from quizapp.config import make_key

ROOT = Path(__file__).parent.parent.parent
HOST = "127.0.0.1"
SECONDS_TO_START = 30.0


@dataclass(slots=True)
class Server:
    """A server on a port of its own, up or down; ``folder`` holds its secret key and what it says."""

    database: str
    folder: Path
    workers: int = 2
    threads: int = 4
    port: int = 0
    process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def start(self) -> None:
        """Start it; returns when it answers."""
        make_key(self.folder)
        self.port = self.port or _free_port()
        command = [
            sys.executable, "-m", "gunicorn", "--workers", str(self.workers), "--threads", str(self.threads),
            "--bind", f"{HOST}:{self.port}", "wsgi:app",
        ]  # fmt: skip
        settings = {"DATABASE_URL": self.database, "QUIZAPP_INSTANCE": str(self.folder)}
        with (self.folder / "server.log").open("ab") as log:
            # In a process group of its own, so that killing it kills its workers, and nobody else.
            self.process = subprocess.Popen(  # noqa: S603 - our own words
                command, cwd=ROOT, env={**os.environ, **settings}, stdout=log, stderr=log, start_new_session=True
            )
        self._wait()

    def _wait(self) -> None:
        deadline = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < deadline:
            assert self.process is not None and self.process.poll() is None, self.said()
            try:
                with socket.create_connection((HOST, self.port), timeout=1) as connection:
                    connection.sendall(b"GET /robots.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    if connection.recv(4).startswith(b"HTTP"):
                        return
            except OSError:
                time.sleep(0.02)
        raise AssertionError(f"no server within {SECONDS_TO_START:g} seconds:\n{self.said()}")

    def kill(self) -> None:
        """As a power cut does: no process of it gets to do anything more."""
        assert self.process is not None
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.process = None

    def stop(self) -> None:
        """As an operator does: what is under way is finished."""
        if self.process is not None:
            self.process.terminate()
            self.process.wait()
            self.process = None

    def said(self) -> str:
        """What it has written to its log."""
        log = self.folder / "server.log"
        return log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""


@contextmanager
def served(database: str, folder: Path, workers: int = 2, threads: int = 4) -> Iterator[Server]:
    """A server that is up, and down again whatever happens."""
    server = Server(database, folder, workers, threads)
    server.start()
    try:
        yield server
    finally:
        if server.process is not None:
            server.kill()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind((HOST, 0))
        return int(one.getsockname()[1])

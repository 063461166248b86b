"""A real server of its own for the tests: a process with its own folder, database and port, that can be restarted."""

import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@dataclass(slots=True)
class Server:
    """What ``make serve`` runs, on a database that nobody else has."""

    folder: Path
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> Path:
        return self.folder / "server.log"

    @property
    def database(self) -> str:
        return f"sqlite:///{self.folder / 'test.sqlite'}"

    def flask(self, *words: str) -> None:
        """Run one of the program's commands on this database."""
        command = [sys.executable, "-m", "flask", *words]
        subprocess.run(command, cwd=ROOT, env=self._surroundings(), check=True)  # noqa: S603 - our own words

    def start(self) -> None:
        command = [sys.executable, "-m", "gunicorn", "--workers", "2", "--threads", "4", "--graceful-timeout", "2",
                   "--bind", f"127.0.0.1:{self.port}", "wsgi:app"]  # fmt: skip
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(command, cwd=ROOT, env=self._surroundings(), stderr=log)  # noqa: S603 - our own words
        until = time.monotonic() + PATIENCE
        while not self._answers():
            assert self.process.poll() is None and time.monotonic() < until, self.log.read_text(encoding="utf-8")
            time.sleep(0.05)

    def stop(self) -> None:
        assert self.process is not None, "it was not started"
        self.process.terminate()
        self.process.wait(PATIENCE)
        self.process = None

    def restart(self) -> None:
        self.stop()
        self.start()

    def _answers(self) -> bool:
        try:
            with urlopen(f"{self.address}/", timeout=PATIENCE) as response:  # noqa: S310 - our own address
                return bool(response.status == 200)
        except (URLError, ConnectionError):
            return False

    def _surroundings(self) -> dict[str, str]:
        own = {"DATABASE_URL": self.database, "QUIZAPP_INSTANCE": str(self.folder)}
        return {**{name: value for name, value in os.environ.items() if name != "REDIS_URL"}, **own}

"""Learners at their browsers, many in one process: they take quizzes and note what the server acknowledged."""

import asyncio
import re
import time
from dataclasses import dataclass, field
from random import Random
from urllib.parse import urlencode

from tests.crash.serving import HOST
from tests.made_sets import LETTERS, SLUG

TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
# A browser tries again when the connection was lost; a person does so for a while.
PATIENCE = 60.0
PAUSE = 0.02


class Lost(ConnectionError):
    """The connection broke before the whole reply was there."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answered."""

    status: int
    location: str
    page: str


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """An answer to which the server replied with the way on: the place of the option that was picked, from 1."""

    attempt: str
    number: int
    picked: int


@dataclass(slots=True)
class Visitor:
    """One learner's browser. ``waited`` are the seconds from each answer to the next question."""

    port: int
    rng: Random
    is_persistent: bool = False
    mode: str = "assessment"
    cookie: str = ""
    place: str = ""
    page: str = ""
    acknowledged: list[Acknowledged] = field(default_factory=list)
    waited: list[float] = field(default_factory=list)

    @property
    def has_question(self) -> bool:
        return "/questions/" in self.place

    async def begin(self) -> None:
        """Begin a long quiz and look at its first question."""
        page = (await self._get(f"/quizzes/{SLUG}")).page
        sent = {"csrf_token": _token(page), "slug": SLUG, "mode": self.mode, "length": "long"}
        self.place = (await self._post("/quizzes", sent)).location
        await self.look()

    async def look(self) -> None:
        self.page = (await self._get(self.place)).page

    async def answer(self) -> None:
        """Pick something, and look at what comes next."""
        picked = self.rng.randint(1, len(LETTERS))
        _, _, attempt, _, number = self.place.split("/")
        start = time.perf_counter()
        sent = {"csrf_token": _token(self.page), "answer": str(picked), "check": "yes"}
        self.place = (await self._post(self.place, sent)).location
        self.acknowledged.append(Acknowledged(attempt, int(number), picked))
        await self.look()
        self.waited.append(time.perf_counter() - start)

    async def _get(self, path: str) -> Reply:
        return await self._send("GET", path, b"", 200)

    async def _post(self, path: str, sent: dict[str, str]) -> Reply:
        return await self._send("POST", path, urlencode(sent).encode(), 302)

    async def _send(self, method: str, path: str, body: bytes, status: int) -> Reply:
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                reply = await self._exchange(method, path, body)
            except OSError:
                if not self.is_persistent or time.monotonic() > deadline:
                    raise
                await asyncio.sleep(PAUSE)
            else:
                if reply.status != status:
                    raise AssertionError(f"{method} {path}: {reply.status}\n{reply.page[:2000]}")
                return reply

    async def _exchange(self, method: str, path: str, body: bytes) -> Reply:
        reader, writer = await asyncio.open_connection(HOST, self.port)
        try:
            head = (
                f"{method} {path} HTTP/1.1", f"Host: {HOST}:{self.port}", "Connection: close", f"Cookie: {self.cookie}",
                "Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}", "", "",
            )  # fmt: skip
            writer.write("\r\n".join(head).encode() + body)
            await writer.drain()
            return self._read(await reader.read())
        finally:
            writer.close()

    def _read(self, raw: bytes) -> Reply:
        head, end, body = raw.partition(b"\r\n\r\n")
        status, *lines = head.decode().split("\r\n")
        headers = [(name.lower(), value) for name, _, value in (line.partition(": ") for line in lines)]
        found = dict(headers)
        if not end or len(body) != int(found.get("content-length", len(body))):
            raise Lost
        for name, value in headers:
            if name == "set-cookie":
                self.cookie = value.partition(";")[0]
        return Reply(int(status.split()[1]), found.get("location", ""), body.decode())


def _token(page: str) -> str:
    found = TOKEN.search(page)
    if found is None:
        raise AssertionError(f"a page without a form: {page[:2000]}")
    return found[1]


async def keep_answering(visitor: Visitor, is_over: asyncio.Event) -> None:
    """Take one quiz after another until it is over."""
    while not is_over.is_set():
        if not visitor.has_question:
            await visitor.begin()
        await visitor.answer()

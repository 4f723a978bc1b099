"""Answers kept for whoever asks the same again, as long as the dataset is in the same state."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from starlette.types import Scope, Send

Asked = tuple[bytes, ...]
"""All of a request that its answer depends on."""

_FRAME = 1_000
"""Bytes that keeping an answer takes besides its own."""
_SHARE = 16
"""An answer that would take more than this part of the room is not kept: it would drive out too many."""


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """A whole answer of status 200, and the route that made it, for whoever counts by route."""

    route: object
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes

    async def give(self, scope: Scope, send: Send) -> None:
        """Answer a request with it."""
        scope["route"] = self.route
        await send({"type": "http.response.start", "status": 200, "headers": list(self.headers)})
        await send({"type": "http.response.body", "body": self.body})


class KeptAnswers:
    """So many bytes of answers of one state; the one longest not asked for goes first.

    Meant for one event loop: it has no lock.
    """

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._generation = -1
        self._answers: OrderedDict[Asked, KeptAnswer] = OrderedDict()
        self._bytes = 0

    def find(self, generation: int, asked: Asked) -> KeptAnswer | None:
        """The answer that was given to this in this state."""
        if generation != self._generation or asked not in self._answers:
            return None
        self._answers.move_to_end(asked)
        return self._answers[asked]

    def keep(self, generation: int, asked: Asked, answer: KeptAnswer) -> None:
        """Keep an answer of this state; those of another one are forgotten."""
        if generation != self._generation:
            self._generation, self._bytes = generation, 0
            self._answers.clear()
        size = _size(asked, answer)
        if asked in self._answers or size * _SHARE > self._most:
            return
        self._answers[asked] = answer
        self._bytes += size
        while self._bytes > self._most:
            self._bytes -= _size(*self._answers.popitem(last=False))


def _size(asked: Asked, answer: KeptAnswer) -> int:
    headers = sum(len(name) + len(value) for name, value in answer.headers)
    return _FRAME + sum(map(len, asked)) + headers + len(answer.body)

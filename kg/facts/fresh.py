"""What the documents of one run state, kept at hand until what follows from it is derived.

A store gives a statement back ten times slower than it takes it in: each of its terms is looked up. So what
was just written is not asked for again. It lies in a temporary file, and whatever is missing is asked of the
store.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from tempfile import TemporaryFile

from pyoxigraph import NamedNode

_ESCAPED = re.compile(r"\\(.)")
_MEANT = {"n": "\n", "r": "\r"}


class FreshStatements:
    """Statements by the IRI of their graph. One thread puts, and another gets when it is done.

    Only those by the properties `kept` are kept: what follows from documents rests on few of them.
    """

    def __init__(self, kept: Iterable[NamedNode]) -> None:
        self._kept = frozenset(map(str, kept))
        self._file = TemporaryFile()  # noqa: SIM115 - closed by `close`
        self._place: dict[str, tuple[int, int]] = {}
        self._end = 0

    def put(self, graph: str, statements: Iterable[str]) -> None:
        """Keep the statements, written as N-Triples without the final dot."""
        kept = (statement for statement in statements if statement.split(" ", 2)[1] in self._kept)
        data = zlib.compress("\n".join(kept).encode("utf-8", "replace"), level=1)
        self._file.seek(self._end)
        self._file.write(data)
        self._place[graph] = self._end, len(data)
        self._end += len(data)

    def forget(self, graphs: Iterable[str]) -> None:
        """Forget what these graphs state, because the store says otherwise now."""
        for graph in graphs:
            self._place.pop(graph, None)

    def clear(self) -> None:
        """Forget everything."""
        self._place.clear()
        self._file.truncate(0)
        self._end = 0

    def get(self, graph: str) -> list[tuple[str, str, str]] | None:
        """The graph's statements as text (subject, property, value), None where they are not at hand."""
        place = self._place.get(graph)
        if place is None:
            return None
        self._file.seek(place[0])
        return list(_parsed(zlib.decompress(self._file.read(place[1])).decode("utf-8")))

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def _parsed(statements: str) -> Iterator[tuple[str, str, str]]:
    for line in filter(None, statements.split("\n")):
        subject, property_, value = line.split(" ", 2)
        yield subject[1:-1], property_[1:-1], value[1:-1] if value[0] == "<" else _text(value)


def _text(literal: str) -> str:
    text = literal[1 : literal.rindex('"')]
    return _ESCAPED.sub(lambda escape: _MEANT.get(escape[1], escape[1]), text) if "\\" in text else text

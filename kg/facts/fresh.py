"""What the documents of one run say, kept at hand until what follows from it is derived.

A store gives a statement back ten times slower than it takes it in: each of its terms is looked up. So what
was just written is not asked for again. It lies in a temporary file, and whatever is missing is asked of the
store.
"""

from __future__ import annotations

from collections.abc import Iterable
from tempfile import TemporaryFile


class FreshStatements:
    """What documents say, encoded (`kg.facts.said`), by their hash.

    One thread puts, and another gets when it is done.
    """

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115 - closed by `close`
        self._place: dict[str, tuple[int, int]] = {}
        self._end = 0

    def put(self, hash_: str, said: bytes) -> None:
        """Keep what the document says."""
        self._file.seek(self._end)
        self._file.write(said)
        self._place[hash_] = self._end, len(said)
        self._end += len(said)

    def forget(self, hashes: Iterable[str]) -> None:
        """Forget what these documents say, because the store says otherwise now."""
        for hash_ in hashes:
            self._place.pop(hash_, None)

    def clear(self) -> None:
        """Forget everything."""
        self._place.clear()
        self._file.truncate(0)
        self._end = 0

    def get(self, hash_: str) -> bytes | None:
        """What the document says, None where it is not at hand."""
        place = self._place.get(hash_)
        if place is None:
            return None
        self._file.seek(place[0])
        return self._file.read(place[1])

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

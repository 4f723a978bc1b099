"""Which files an ingest looks at."""

from __future__ import annotations

import hashlib
from pathlib import Path

from kg.ingest.files import file_hash, find_files


def test_folders_are_searched_through_and_hidden_things_passed_over(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.txt", ".git/x", "a/.hidden", "a/.d/e.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text("x", encoding="utf-8")
    named = [tmp_path, tmp_path / "b.txt", tmp_path / "missing.txt"]
    found = [path.relative_to(tmp_path).as_posix() for path in find_files(named)]
    assert found == ["a/c.txt", "b.txt", "missing.txt"]


def test_the_hash_is_that_of_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"\r\n" * 1_000_000)
    assert file_hash(path) == hashlib.sha256(b"\r\n" * 1_000_000).hexdigest()

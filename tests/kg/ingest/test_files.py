"""Which files an ingest looks at."""

from __future__ import annotations

import hashlib
import os
from datetime import date, datetime
from pathlib import Path

from kg.ingest.files import Selection, file_hash, find_files


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


def test_files_are_chosen_by_pattern_and_day(tmp_path: Path) -> None:
    for name, day in (("a.docx", 2), ("cũ/b.docx", 1), ("cũ/c.pdf", 3)):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")
        moment = datetime(2024, 5, day, 12).timestamp()
        os.utime(path, (moment, moment))

    def found(**wanted: object) -> list[str]:
        files = find_files([tmp_path], Selection(**wanted))  # type: ignore[arg-type]
        return [path.relative_to(tmp_path).as_posix() for path in files]

    assert found(globs=("*.docx",)) == ["a.docx", "cũ/b.docx"]
    assert found(globs=("cũ/*",)) == ["cũ/b.docx", "cũ/c.pdf"]
    assert found(globs=("*.pdf", "a.*")) == ["a.docx", "cũ/c.pdf"]
    assert found(since=date(2024, 5, 2)) == ["a.docx", "cũ/c.pdf"]
    assert found(since=date(2024, 5, 2), globs=("*.docx",)) == ["a.docx"]
    named = find_files([tmp_path / "cũ" / "b.docx"], Selection(("*.pdf",), date(2030, 1, 1)))
    assert [path.name for path in named] == ["b.docx"]

"""Readers in processes of their own: a bad document costs itself, and nothing else."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from pickle import PicklingError

import pytest

from kg.ingest.inputs import name_of
from kg.ingest.pool import ReaderPool
from kg.ingest.reading import FileRead, read_input
from kg.iris import Iris
from tests.kg.ingest.hostile import extract

IRIS = Iris()
NAME = "tests.kg.ingest.hostile:extract"


@pytest.fixture
def pool() -> Iterator[ReaderPool]:
    with ReaderPool(IRIS, workers=2, time_limit=1.0, extract=NAME) as pool:
        yield pool


def write(folder: Path, **texts: str) -> list[Path]:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return sorted(folder.glob("*.txt"))


def outcome(read: FileRead) -> tuple[list[str], list[str]]:
    return [document.name for document in read.documents], [lost.code for lost in read.skipped]


def test_files_are_read_as_in_this_process(pool: ReaderPool, tmp_path: Path) -> None:
    files = write(tmp_path, a="Kế hoạch một", b="Kế hoạch hai", c="Kế hoạch ba")
    found = list(pool.read(files))
    assert found == [read_input(path, extract, IRIS) for path in files]
    assert all(read.documents for read in found)


def test_they_come_in_the_order_they_were_named(pool: ReaderPool, tmp_path: Path) -> None:
    """Whoever is done first: the first two overrun while the second process reads the others."""
    files = write(tmp_path, a="TREO", b="TREO", **{f"c{number:03}": "nhanh" for number in range(300)})
    assert [read.source for read in pool.read(iter(files))] == files


def test_what_no_process_can_be_handed_is_said_and_not_waited_for(pool: ReaderPool, tmp_path: Path) -> None:
    class Unsendable(type(tmp_path)):  # type: ignore[misc]
        """A path of a class that the other process cannot know."""

    with pytest.raises((AttributeError, PicklingError), match="Unsendable"):
        list(pool.read([Unsendable(tmp_path / "a.txt")]))


def test_a_bad_document_costs_itself(pool: ReaderPool, tmp_path: Path) -> None:
    files = write(tmp_path, a="tốt", b="TREO", c="SẬP", d="LỖI", e="", f="cũng tốt")
    found = {name_of(read.source)[0]: outcome(read) for read in pool.read(files)}
    assert found == {
        "a": (["a.txt"], []),
        "b": ([], ["timeout"]),
        "c": ([], ["crashed"]),
        "d": ([], ["internal"]),
        "e": ([], ["empty"]),
        "f": (["f.txt"], []),
    }


def test_the_rest_of_an_archive_is_read_past_its_bad_members(pool: ReaderPool, tmp_path: Path) -> None:
    archive = tmp_path / "tất cả.zip"
    with zipfile.ZipFile(archive, "w") as members:
        for name, text in (("1", "một"), ("2", "TREO"), ("3", "ba"), ("4", "SẬP"), ("5", "năm")):
            members.writestr(f"{name}.txt", text)
    (read,) = pool.read([archive])
    assert outcome(read) == (["1.txt", "3.txt", "5.txt"], ["timeout", "crashed"])
    assert read.sha256


def test_leaving_ends_what_is_still_reading(tmp_path: Path) -> None:
    files = write(tmp_path, a="TREO")
    with ReaderPool(IRIS, workers=1, time_limit=600, extract=NAME) as pool:
        reading = pool.read([*files, *files])
        del reading
    assert not [thread for thread in pool._threads if thread.is_alive()]

"""The journal knows which file brought which documents, and only what was committed."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.ingest.journal import Journal


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    journal = Journal(tmp_path / "journal.sqlite")
    journal.record("/a.zip", "sha-a", "1.0", [("h1", "một.txt"), ("h2", "hai.txt")])
    journal.record("/b.txt", "sha-b", "1.0", [("h1", "một.txt")])
    journal.commit()
    return journal


def test_what_is_current(journal: Journal) -> None:
    assert journal.is_current("/a.zip", "sha-a", "1.0")
    assert not journal.is_current("/a.zip", "sha-b", "1.0")
    assert not journal.is_current("/a.zip", "sha-a", "1.1")
    assert not journal.is_current("/c.txt", "sha-a", "1.0")
    assert journal.is_read_by("h1", "1.0")
    assert not journal.is_read_by("h1", "1.1")


def test_files_and_documents(journal: Journal) -> None:
    assert journal.documents_of("/a.zip") == ("h1", "h2")
    assert journal.paths_of("h1") == ("/a.zip", "/b.txt")
    assert journal.hashes() == ("h1", "h2")
    assert journal.named("một.txt") == ("h1",)


def test_a_file_with_new_content_holds_only_that(journal: Journal) -> None:
    journal.record("/a.zip", "sha-c", "1.0", [("h3", "ba.txt")])
    assert journal.documents_of("/a.zip") == ("h3",)
    assert journal.hashes() == ("h1", "h3")


def test_a_document_is_forgotten_in_every_file(journal: Journal) -> None:
    assert journal.remove_document("h1") == ("một.txt",)
    assert journal.hashes() == ("h2",)
    assert not journal.is_current("/b.txt", "sha-b", "1.0")
    assert journal.is_current("/a.zip", "sha-a", "1.0")


def test_what_was_not_committed_never_was(journal: Journal, tmp_path: Path) -> None:
    journal.record("/c.txt", "sha-c", "1.0", [("h3", "ba.txt")])
    journal.close()
    assert Journal(tmp_path / "journal.sqlite").hashes() == ("h1", "h2")


def test_what_was_not_published_is_known_to_the_next_process(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal.sqlite")
    journal.note_unpublished(["b", "a"])
    journal.note_unpublished(["a"])
    journal.commit()
    journal.close()
    again = Journal(tmp_path / "journal.sqlite")
    assert again.unpublished() == ("a", "b")
    again.forget_unpublished()
    assert again.unpublished() == ()
    again.close()

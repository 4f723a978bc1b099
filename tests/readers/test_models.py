"""Places are found by offset, containers walked, errors of libraries explained."""

from __future__ import annotations

import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.readers import Document, Note, Place, PlaceMap, Reason, Skipped, Source, UnreadableFile
from extractors.readers.archive import member_name
from extractors.readers.registry import _guarded
from extractors.readers.sniff import Format

PLACES = PlaceMap((Place(0, 4, "heading"), Place(5, 9, "paragraph"), Place(11, 12, "footnote", mark="[1]")))


@pytest.mark.parametrize(
    ("offset", "kind"),
    [(0, "heading"), (3, "heading"), (4, None), (5, "paragraph"), (10, None), (11, "footnote"), (12, None)],
)
def test_place_at_an_offset(offset: int, kind: str | None) -> None:
    place = PLACES.at(offset)
    assert (place.kind if place else None) == kind


@pytest.mark.parametrize(
    ("start", "end", "kinds"),
    [
        (0, 12, ["heading", "paragraph", "footnote"]),
        (3, 6, ["heading", "paragraph"]),
        (4, 5, []),
        (9, 11, []),
        (8, 12, ["paragraph", "footnote"]),
    ],
)
def test_places_between_offsets(start: int, end: int, kinds: list[str]) -> None:
    assert [place.kind for place in PLACES.between(start, end)] == kinds


@given(st.lists(st.integers(1, 5), max_size=20), st.integers(0, 120))
def test_lookup_agrees_with_a_search(lengths: list[int], offset: int) -> None:
    places, at = [], 0
    for length in lengths:
        places.append(Place(at, at + length, "paragraph"))
        at += length + 1
    found = next((place for place in places if place.start <= offset < place.end), None)
    assert PlaceMap(tuple(places)).at(offset) == found


def document(text: str, *children: Document, skipped: tuple[Skipped, ...] = ()) -> Document:
    return Document(text, "a", "a", "text/plain", "plain", "", children=children, skipped=skipped)


def test_containers_are_walked() -> None:
    bad = Skipped("x", UnreadableFile(Reason.EMPTY))
    whole = document("", document("một"), document("", document("hai"), skipped=(bad,)))
    assert [part.text for part in whole.documents()] == ["một", "hai"]
    assert list(whole.all_skipped()) == [bad]


def test_notes_speak_both_languages() -> None:
    note = Note("x", "vi", "en")
    assert (note.text(), note.text("en")) == ("vi", "en")


@pytest.mark.parametrize(
    ("stored", "flag", "name"),
    [
        ("plain.txt", 0, "plain.txt"),
        ("kế hoạch.txt", 0x800, "kế hoạch.txt"),
        ("kế hoạch.txt".encode().decode("cp437"), 0, "kế hoạch.txt"),
        ("câu.txt".encode("cp1258").decode("cp437"), 0, "câu.txt"),
    ],
)
def test_names_in_archives(stored: str, flag: int, name: str) -> None:
    info = zipfile.ZipInfo(stored)
    info.flag_bits = flag
    assert member_name(info) == name


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (ImportError("no", name="PIL"), Reason.LIBRARY_MISSING),
        (MemoryError(), Reason.BOMB),
        (RecursionError("deep"), Reason.DAMAGED),
        (KeyError("x"), Reason.DAMAGED),
    ],
)
def test_what_libraries_raise_is_explained(error: Exception, reason: Reason) -> None:
    def reader(source: Source) -> Document:
        raise error

    with pytest.raises(UnreadableFile) as caught:
        _guarded(reader, Source.of(b"x", "a"), Format.IMAGE)
    assert caught.value.reason is reason
    assert "?" not in caught.value.message() + caught.value.advice()


def test_windows_paths_inside_containers() -> None:
    member = Source.of(b"", "a.zip").member(b"", "thư mục\\b.txt")
    assert (member.name, member.depth) == ("b.txt", 1)

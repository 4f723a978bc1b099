"""Which media type an answer takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.negotiation import best

OFFERED = ("application/json", "text/csv", "text/turtle")


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, "application/json"),
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/csv", "text/csv"),
        ("TEXT/CSV", "text/csv"),
        ("text/*", "text/csv"),
        ("text/html, text/turtle;q=0.5, text/csv;q=0.9", "text/csv"),
        ("text/csv;q=0, */*;q=0.1", "application/json"),
        ("*/*, text/csv;q=0.5", "application/json"),
        ("text/turtle ; charset=utf-8 ; q=0.3", "text/turtle"),
        ("text/html", None),
        ("text/csv;q=0", None),
        ("text/csv;q=x", None),
        ("image/*, application/xml", None),
    ],
)
def test_the_best_of_what_is_offered_is_chosen(accept: str | None, expected: str | None) -> None:
    assert best(accept, OFFERED) == expected


@given(st.text(max_size=80))
def test_no_header_however_broken_is_an_error(accept: str) -> None:
    assert best(accept, OFFERED) in (None, *OFFERED)

"""The environment of the templates, dates and numbers."""

from __future__ import annotations

import pytest
from jinja2 import UndefinedError

from viz.language import Language
from viz.pages import capital_first, environment, number, vietnamese_date


def test_every_template_escapes_what_it_is_given() -> None:
    made = environment().from_string("<p title='{{ words }}'>{{ words }}</p>")

    assert made.render(words="<b onclick='x'>") == (
        "<p title='&lt;b onclick=&#39;x&#39;&gt;'>&lt;b onclick=&#39;x&#39;&gt;</p>"
    )


def test_no_template_switches_escaping_off() -> None:
    loader = environment().loader
    assert loader is not None
    for name in loader.list_templates():
        source, _, _ = loader.get_source(environment(), name)
        assert "|safe" not in source.replace(" ", "")
        assert "autoescape" not in source


def test_a_value_that_is_missing_is_a_defect_and_not_a_gap() -> None:
    with pytest.raises(UndefinedError):
        environment().from_string("{{ nothing.there }}").render()


@pytest.mark.parametrize(
    ("iso", "expected"), [("2023-08-23", "23/08/2023"), ("2023-08", "2023-08"), ("2023", "2023"), (None, "")]
)
def test_dates_are_written_as_people_write_them(iso: str | None, expected: str) -> None:
    assert vietnamese_date(iso) == expected


@pytest.mark.parametrize(
    ("value", "language", "expected"), [(12345, "vi", "12.345"), (12345, "en", "12,345"), (7, "vi", "7")]
)
def test_thousands_are_set_apart(value: int, language: Language, expected: str) -> None:
    assert number(value, language) == expected


@pytest.mark.parametrize(("text", "expected"), [("căn cứ", "Căn cứ"), ("được", "Được"), ("", "")])
def test_a_heading_begins_with_a_capital(text: str, expected: str) -> None:
    assert capital_first(text) == expected

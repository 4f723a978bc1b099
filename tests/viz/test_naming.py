"""How instruments are called."""

from __future__ import annotations

import pytest

from kg.models import InstrumentRef
from viz.language import messages
from viz.naming import facts, full_name, property_name, short_name

VI = messages("vi")
UBND = "Ủy ban nhân dân tỉnh Lạng Sơn"


@pytest.mark.parametrize(
    ("instrument", "expected"),
    [
        (InstrumentRef("i", "i", "Kế hoạch", "38/KH-UBND", UBND), "Kế hoạch 38/KH-UBND"),
        (InstrumentRef("i", "i", None, "38/KH-UBND"), "Văn bản 38/KH-UBND"),
        (InstrumentRef("i", "i", "Luật", title="Luật Giáo dục"), "Luật Giáo dục"),
        (InstrumentRef("i", "i", "Đề án", title="Xây dựng xã hội học tập"), "Đề án Xây dựng xã hội học tập"),
        (InstrumentRef("i", "i", "Chỉ thị", issuer=UBND), f"Chỉ thị không số của {UBND}"),
        (InstrumentRef("i", "i"), "Văn bản"),
        (InstrumentRef("i", "i", "Kế\x1bhoạch", "1\n2"), "Kế hoạch 1 2"),
    ],
)
def test_the_short_name_is_what_people_would_call_it(instrument: InstrumentRef, expected: str) -> None:
    assert short_name(instrument, VI) == expected


@pytest.mark.parametrize(
    ("instrument", "expected"),
    [
        (
            InstrumentRef("i", "i", number="1", issuer=UBND, date="2019-09-13", year=2019),
            f"{UBND} · 13/09/2019",
        ),
        (InstrumentRef("i", "i", title="tên", issuer=UBND, year=2019), f"{UBND} · 2019"),
        (InstrumentRef("i", "i", issuer=UBND, year=2019), "2019"),
        (InstrumentRef("i", "i", date="2019-09"), "2019-09"),
        (InstrumentRef("i", "i"), ""),
    ],
)
def test_facts_are_given_as_far_as_they_are_known(instrument: InstrumentRef, expected: str) -> None:
    assert facts(instrument) == expected


def test_the_full_name_joins_both() -> None:
    instrument = InstrumentRef("i", "i", "Kế hoạch", "38/KH-UBND", UBND, "2019-02-15")

    assert full_name(instrument, VI) == f"Kế hoạch 38/KH-UBND · {UBND} · 15/02/2019"


@pytest.mark.parametrize(
    ("iri", "expected"),
    [
        ("http://data.europa.eu/eli/ontology#date_document", "Ngày ban hành"),
        ("https://example.org/ns#unheardOf", "unheardOf"),
    ],
)
def test_a_property_has_a_name_for_people(iri: str, expected: str) -> None:
    assert property_name(iri, VI) == expected

"""Addresses of pages."""

from __future__ import annotations

import pytest

from kg.models import EvidenceRef, InstrumentRef
from viz.address import ADDRESSES
from viz.render import with_parameters

PLAN = InstrumentRef("http://x/id/a", "ubnd-tinh-lang-son/ke-hoach/2019/38-kh-ubnd")
HOSTILE = InstrumentRef("http://x/id/a", 'a"><script>?q#/../b')


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (ADDRESSES.instrument(PLAN), "/van-ban/ubnd-tinh-lang-son/ke-hoach/2019/38-kh-ubnd"),
        (ADDRESSES.chain(PLAN, "up"), "/chuoi/ubnd-tinh-lang-son/ke-hoach/2019/38-kh-ubnd?direction=up"),
        (ADDRESSES.instrument(HOSTILE), "/van-ban/a%22%3E%3Cscript%3E%3Fq%23/../b"),
        (ADDRESSES.document("http://x/id/doc/0123abcd"), "/tep-nguon/0123abcd"),
        (ADDRESSES.document("0123abcd"), "/tep-nguon/0123abcd"),
        (ADDRESSES.evidence(EvidenceRef("http://x/id/doc/0123abcd", 42, 60, "…")), "/tep-nguon/0123abcd#o42"),
        (ADDRESSES.search_for("2457/QĐ"), "/tra-cuu?q=2457%2FQ%C4%90"),
    ],
)
def test_addresses_are_spelled_in_one_place(address: str, expected: str) -> None:
    assert address == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/tra-cuu?q=a%26b&offset=20", "/tra-cuu?q=a%26b&offset=20&lang=en"),
        ("/tra-cuu?lang=vi", "/tra-cuu?lang=en"),
        ("//evil.example/x", "/x?lang=en"),
        ("http://evil.example/x", "/x?lang=en"),
        ("/\\evil.example", "/%5Cevil.example?lang=en"),
    ],
)
def test_the_language_switch_keeps_the_address_and_stays_on_the_site(address: str, expected: str) -> None:
    assert with_parameters(address, lang="en") == expected

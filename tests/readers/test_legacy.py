"""TCVN3 and VNI: conversion, and how they are told from each other and from Unicode."""

from __future__ import annotations

import pytest

from extractors.readers.blocks import Block, Run, assemble
from extractors.readers.legacy import detect, draws_capitals, encoding_of_font, to_unicode
from extractors.readers.syllables import is_syllable, letter_statistics
from tests.readers.legacy_letters import to_tcvn3, to_vni

SENTENCES = (
    "Quyết định số 24 của Uỷ ban nhân dân tỉnh về việc thực hiện chương trình được phê duyệt",
    "Các sở, ngành, địa phương tổ chức thực hiện, báo cáo kết quả trước ngày quy định",
    "ngõ hẻm, gỗ mỡ, kỹ thuật, ủng hộ, ưỡn ẹo, khuỷu tay, nguyễn, quỳ, giếng, ngoằn ngoèo",
)


@pytest.mark.parametrize(
    ("written", "encoding", "text"),
    [
        ("QuyÕt ®Þnh sè 24 cña Uû ban nh©n d©n", "tcvn3", "Quyết định số 24 của Uỷ ban nhân dân"),
        ("Quyeát ñònh soá 24 cuûa Uûy ban nhaân daân", "vni", "Quyết định số 24 của Ủy ban nhân dân"),
        ("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "vni", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ],
)
def test_known_spellings(written: str, encoding: str, text: str) -> None:
    assert to_unicode(written, encoding) == text  # type: ignore[arg-type]
    assert detect(written) == encoding


@pytest.mark.parametrize("sentence", SENTENCES)
def test_there_and_back(sentence: str) -> None:
    assert to_unicode(to_tcvn3(sentence), "tcvn3") == sentence
    assert to_unicode(to_vni(sentence), "vni") == sentence


@pytest.mark.parametrize(
    "text",
    [
        *SENTENCES,
        "là có thể về",
        "Café Zürich, naïve façade, señor Muñoz, Ålborg",
        "The decree of the Government",
        "",
    ],
)
def test_what_is_not_legacy_stays(text: str) -> None:
    assert detect(text) is None


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", "tcvn3"),
        ("'.VnTimeH'", "tcvn3"),
        ("ABCDEF+VNI-Times", "vni"),
        ("Times New Roman", None),
        (None, None),
    ],
)
def test_fonts_give_the_encoding_away(font: str | None, encoding: str | None) -> None:
    assert encoding_of_font(font) == encoding


def test_fonts_of_capitals() -> None:
    assert draws_capitals(".VnTimeH")
    assert not draws_capitals(".VnTime")


def runs_text(*runs: Run) -> str:
    return assemble([Block(runs=list(runs))]).text


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ([Run("Céng hoµ x· héi chñ nghÜa", ".VnTimeH")], "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA"),
        ([Run("Cộng hoà xã hội chủ nghĩa", ".VnTime")], "Cộng hoà xã hội chủ nghĩa"),
        ([Run("Quye", "VNI-Times"), Run("át ñònh", "VNI-Times")], "Quyết định"),
        (
            [Run("Thùc hiÖn quyÕt ®Þnh ", ".VnTime"), Run("của Ủy ban", "Times New Roman")],
            "Thực hiện quyết định của Ủy ban",
        ),
    ],
)
def test_runs_are_converted_by_their_font(runs: list[Run], text: str) -> None:
    assert runs_text(*runs) == text


def test_paragraphs_in_several_encodings_under_one_font() -> None:
    mixed = [
        Block(runs=[Run(sentence)])
        for sentence in (SENTENCES[0], to_tcvn3(SENTENCES[1]), to_vni(SENTENCES[0]))
    ]
    assembled = assemble(mixed)
    assert assembled.text.split("\n") == [SENTENCES[0], SENTENCES[1], SENTENCES[0]]
    assert {note.code for note in assembled.notes} == {"converted_tcvn3", "converted_vni"}


@pytest.mark.parametrize(
    "word",
    [
        "nghiêng",
        "quyết",
        "Ủy",
        "giếng",
        "khuỷu",
        "ngoằn",
        "gì",
        "ăn",
        "ưỡn",
        "Ý",
        "yêu",
        "uyển",
        "quốc",
        "hoạch",
    ],
)
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["NghÞ", "®Þnh", "Quyeát", "xyz", "ngng", "ắắ", "strong"])
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


def test_statistics_tell_misread_letters() -> None:
    assert letter_statistics(SENTENCES[0]).valid_share == 1
    assert letter_statistics(to_tcvn3(SENTENCES[0])).valid_share < 0.5
    assert letter_statistics("Ngh ị quy ế t c ủ a B ộ Chính tr ị").orphans >= 2

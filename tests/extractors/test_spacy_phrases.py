"""The spaCy component that marks bodies and cues with PhraseMatcher."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

spacy = pytest.importorskip("spacy")
from spacy.language import Language  # noqa: E402
from spacy.tokens import Doc  # noqa: E402

import extractors.spacy_phrases as component  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def nlp() -> Language:
    made: Language = spacy.blank("xx")
    made.add_pipe("danchieu_phrases")
    return made


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("theo Nghị định của Chính phủ", [("Chính phủ", "Chính phủ", "government")]),
        (
            "của Bộ GDĐT và Ban Bí thư",
            [("Bộ GDĐT", "Bộ Giáo dục và Đào tạo", "ministry"), ("Ban Bí thư", "Ban Bí thư", "party")],
        ),
        ("UBND tỉnh báo cáo", [("UBND", "Ủy ban nhân dân", "people's committee")]),
        ("CHÍNH PHỦ", [("CHÍNH PHỦ", "Chính phủ", "government")]),
        ("Kính gửi các trường", []),
    ],
)
def test_bodies(nlp: Language, text: str, bodies: list[tuple[str, str, str]]) -> None:
    doc = nlp(text)
    assert [(span.text, span.kb_id_, span.label_) for span in doc.spans["bodies"]] == bodies


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("Căn cứ Luật Giáo dục", [("Căn cứ", "based_on")]),
        ("tiếp tục thực hiện Chỉ thị", [("tiếp tục thực hiện", "implements")]),
        ("sửa đổi, bổ sung Nghị định", [("sửa đổi", "amends"), ("bổ sung", "amends")]),
        ("trường học", []),
    ],
)
def test_cues(nlp: Language, text: str, cues: list[tuple[str, str]]) -> None:
    doc = nlp(text)
    assert [(span.text, span.label_) for span in doc.spans["cues"]] == cues


def test_phrases_stand_beside_citations_and_survive_the_bytes_of_a_doc() -> None:
    nlp = spacy.blank("xx")
    nlp.add_pipe("danchieu_citations")
    nlp.add_pipe("danchieu_phrases")
    doc = nlp("Căn cứ Nghị định số 80/2017/NĐ-CP của Chính phủ;")
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert [len(again.spans[key]) for key in ("citations", "bodies", "cues")] == [1, 1, 1]


def test_the_pipeline_is_stored_and_loaded(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    doc = spacy.load(tmp_path)("theo Chính phủ")
    assert [span.text for span in doc.spans["bodies"]] == ["Chính phủ"]


def test_the_entry_point_names_the_factory() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    module, _, name = project["entry-points"]["spacy_factories"]["danchieu_phrases"].partition(":")
    assert module == component.__name__
    assert getattr(component, name) is component.make_component

"""The spaCy component: exact characters, plain data that is stored with the Doc, any pipeline."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from extractors.gold import to_gold
from extractors.pipeline import extract
from tests.extractors.reading import CIRCULAR, PLAN_OF_BINH_THUAN

spacy = pytest.importorskip("spacy")
from spacy import displacy  # noqa: E402
from spacy.language import Language  # noqa: E402
from spacy.tokens import Doc, DocBin  # noqa: E402

import extractors.spacy as component  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "docs" / "examples" / "spacy_citations.py"
SENTENCE = "Thực hiện Kết luận số 51- KL/TW ngày 30/5/2019 và Luật Giáo dục năm 2019."
TEXTS = [
    pytest.param(SENTENCE, id="a sentence"),
    pytest.param(PLAN_OF_BINH_THUAN + SENTENCE, id="a plan"),
    pytest.param(
        CIRCULAR + "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Viên chức;", id="one in another"
    ),
    pytest.param("(Nghị định số 80/2017/NĐ-CP).Nghị định số 30/2020/NĐ-CP", id="glued to other signs"),
    pytest.param("Kính gửi: Các sở.", id="no citation"),
    pytest.param("", id="nothing"),
]


@pytest.fixture(scope="module", params=["xx", "vi", "en"])
def nlp(request: pytest.FixtureRequest) -> Language:
    """A blank pipeline of a language with the component."""
    if request.param == "vi":
        pytest.importorskip("pyvi")
    made: Language = spacy.blank(request.param)
    made.add_pipe("danchieu_citations")
    return made


@pytest.mark.parametrize("text", TEXTS)
def test_records_are_those_of_the_extractor_at_exact_characters(nlp: Language, text: str) -> None:
    doc = nlp(text)
    records = [span._.citation for span in doc.spans["citations"]]
    assert records == to_gold(extract(doc.text), "")["citations"]
    for record in records:
        assert doc.text[record["start"] : record["end"]] == record["text"]


@pytest.mark.parametrize("text", TEXTS)
def test_a_span_holds_its_citation_and_is_labelled_by_type(nlp: Language, text: str) -> None:
    doc = nlp(text)
    for span in doc.spans["citations"]:
        record = span._.citation
        assert span.start_char <= record["start"]
        assert record["end"] <= span.end_char
        assert (span.label_, span.id_) == (record["type"], record["id"])


def test_the_head_of_the_document_is_on_the_doc() -> None:
    nlp = spacy.blank("xx")
    nlp.add_pipe("danchieu_citations")
    assert nlp(PLAN_OF_BINH_THUAN)._.citation_head["number"] == "9641/KH-UBND"


def records_of(doc: Doc) -> str:
    """Spans and records as JSON: a DocBin gives the lists of a record back as tuples."""
    return json.dumps([(span.start_char, span.end_char, span._.citation) for span in doc.spans["citations"]])


@pytest.mark.parametrize("text", TEXTS)
def test_citations_survive_the_bytes_of_a_doc(nlp: Language, text: str) -> None:
    doc = nlp(text)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert records_of(again) == records_of(doc)


def test_citations_survive_a_doc_bin(nlp: Language) -> None:
    doc = nlp(PLAN_OF_BINH_THUAN + SENTENCE)
    packed = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (again,) = DocBin().from_bytes(packed).get_docs(nlp.vocab)
    assert records_of(again) == records_of(doc)
    assert len(again.spans["citations"]) == 2


def test_the_key_of_the_spans_can_be_chosen() -> None:
    nlp = spacy.blank("xx")
    nlp.add_pipe("danchieu_citations", config={"spans_key": "trích dẫn"})
    doc = nlp(SENTENCE)
    assert [span._.citation["type"] for span in doc.spans["trích dẫn"]] == ["Kết luận", "Luật"]


def test_the_pipeline_is_stored_and_loaded(tmp_path: Path) -> None:
    nlp = spacy.blank("xx")
    nlp.add_pipe("danchieu_citations")
    nlp.to_disk(tmp_path)
    assert records_of(spacy.load(tmp_path)(SENTENCE)) == records_of(nlp(SENTENCE))


def test_several_docs_through_one_pipeline_keep_their_own() -> None:
    nlp = spacy.blank("xx")
    nlp.add_pipe("danchieu_citations")
    first, second = nlp.pipe(["theo Luật Giáo dục.", "theo Bộ luật Lao động."])
    assert [s._.citation["title"] for d in (first, second) for s in d.spans["citations"]] == [
        "Luật Giáo dục",
        "Bộ luật Lao động",
    ]


def test_extensions_may_be_registered_again() -> None:
    component.register_extensions()
    assert spacy.tokens.Span.has_extension("citation")


def test_the_entry_point_names_the_factory() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    module, _, name = project["entry-points"]["spacy_factories"]["danchieu_citations"].partition(":")
    assert module == component.__name__
    assert getattr(component, name) is component.make_component


def test_the_drawing_marks_exact_characters_and_no_citation_inside_another() -> None:
    nlp = spacy.blank("xx")
    nlp.add_pipe("danchieu_citations")
    doc = nlp("Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Viên chức.\nBáo cáo theo Luật Giáo dục.")
    drawing = component.drawing(doc)
    assert [(drawing["text"][m["start"] : m["end"]], m["label"]) for m in drawing["ents"]] == [
        ("Luật sửa đổi, bổ sung một số điều của Luật Viên chức", "based_on"),
        ("Luật Giáo dục", "cites"),
    ]
    page = displacy.render(drawing, style="ent", manual=True, jupyter=False)
    assert page.count("<mark") == 2


def test_the_example_prints_and_draws(tmp_path: Path) -> None:
    text, page = tmp_path / "plan.txt", tmp_path / "plan.html"
    text.write_text(SENTENCE, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(EXAMPLE), str(text), "--html", str(page)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert "51-KL/TW (2019-05-30): implements < self" in done.stdout
    assert "Từ chỉ quan hệ: Thực hiện (implements)" in done.stdout
    assert "Luật Giáo dục năm 2019" in page.read_text(encoding="utf-8")

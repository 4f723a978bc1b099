"""Marks the citations of a document in spaCy, prints them, and draws the text with displaCy.

python docs/examples/spacy_citations.py                       # a sentence as a sample
python docs/examples/spacy_citations.py plan.txt --html plan.html
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy import displacy
from spacy.tokens import Doc

import extractors.spacy_phrases  # noqa: F401  registers the component where the package is not installed
from extractors.spacy import drawing

SAMPLE = (
    "Thực hiện Kết luận số 51-KL/TW ngày 30/5/2019 của Ban Bí thư về thực hiện Nghị quyết số 29-NQ/TW "
    "và khoản 2 Điều 7 Luật Giáo dục năm 2019."
)


def read(text: str) -> Doc:
    """The text as a Doc with its citations, and with the bodies and cues that PhraseMatcher finds."""
    nlp = spacy.blank("xx")
    nlp.add_pipe("danchieu_citations")
    nlp.add_pipe("danchieu_phrases")
    return nlp(text)


def lines(doc: Doc) -> Iterator[str]:
    """One line a citation: its characters, its words, what it says and of what."""
    for span in doc.spans["citations"]:
        record: dict[str, Any] = span._.citation
        name = record.get("number") or record.get("title") or record["text"]
        date = record.get("date") or record.get("year") or "không rõ ngày"
        yield (
            f"{record['start']}–{record['end']}  {record['type']} {name} ({date}): "
            f"{record['relation']} < {record['from']}, tin cậy {record['confidence']:.0%}"
        )


def drawn(doc: Doc) -> str:
    """An HTML page with the citations marked at their exact characters."""
    page: str = displacy.render(drawing(doc), style="ent", manual=True, page=True, jupyter=False)
    return page


def main() -> None:
    """Read the arguments, print the citations, write the page if one is asked for."""
    parser = argparse.ArgumentParser(description="Trích dẫn trong văn bản, bằng spaCy")
    parser.add_argument("file", nargs="?", type=Path, help="tệp văn bản thuần (UTF-8); bỏ trống: câu mẫu")
    parser.add_argument("--html", type=Path, help="ghi trang HTML vào tệp này")
    arguments = parser.parse_args()
    text = SAMPLE
    if arguments.file:
        with arguments.file.open(encoding="utf-8", newline="") as file:
            text = file.read()
    doc = read(text)
    print(*lines(doc), sep="\n")
    print("Cơ quan:", ", ".join(dict.fromkeys(span.kb_id_ for span in doc.spans["bodies"])))
    print("Từ chỉ quan hệ:", ", ".join(f"{span.text} ({span.label_})" for span in doc.spans["cues"]))
    if arguments.html:
        arguments.html.write_text(drawn(doc), encoding="utf-8")


if __name__ == "__main__":
    main()

"""An extraction in the schema of the annotation guide."""

from __future__ import annotations

import json

from extractors.gold import to_gold
from extractors.pipeline import extract
from tests.extractors.reading import CIRCULAR, PLAN_OF_BINH_THUAN


def test_a_record_has_the_fields_of_the_guide() -> None:
    text = (
        PLAN_OF_BINH_THUAN
        + "1. Nhiệm vụ\nThực hiện khoản 2 Điều 5 Nghị định số 80/2017/NĐ-CP ngày 17/7/2017 của Chính phủ."
    )
    (record,) = to_gold(extract(text), "a.txt")["citations"]
    span = "Nghị định số 80/2017/NĐ-CP ngày 17/7/2017 của Chính phủ"
    evidence = record.pop("evidence")
    assert text[evidence["start"] : evidence["end"]] == evidence["text"]
    assert 0 < record.pop("confidence") <= 1
    assert record.pop("rules")
    assert record == {
        "id": "c1",
        "start": text.index(span),
        "end": text.index(span) + len(span),
        "text": span,
        "kind": "numbered",
        "type": "Nghị định",
        "number": "80/2017/NĐ-CP",
        "date": "2017-07-17",
        "issuer": "Chính phủ",
        "pinpoint": {"article": "5", "clause": "2"},
        "relation": "implements",
        "from": "self",
        "place": "1",
    }


def test_the_document_itself() -> None:
    document = to_gold(extract(PLAN_OF_BINH_THUAN), "a.txt")["document"]
    assert {k: document[k] for k in ("type", "number", "issuer", "date")} == {
        "type": "Kế hoạch",
        "number": "9641/KH-UBND",
        "issuer": "Ủy ban nhân dân tỉnh Bình Thuận",
        "date": "2024-06-12",
    }


def test_what_is_not_known_is_said_only_of_the_document() -> None:
    entry = to_gold(extract("theo Luật Giáo dục."), "a.txt")
    assert entry["file"] == "a.txt"
    assert entry["document"] == {"type": None, "number": None, "issuer": None, "date": None}
    assert not {"number", "date", "year", "pinpoint", "inverse", "place"} & entry["citations"][0].keys()


def test_several_places_are_a_list_and_gathered_ones_are_marked() -> None:
    heading = "Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 12/2018/TT-BGDĐT\n"
    items = "1. Sửa đổi khoản 2 Điều 5 như sau:\n“2. Sách.”.\n2. Bãi bỏ Điều 7.\n"
    record = to_gold(extract(CIRCULAR + heading + items), "a.txt")["citations"][0]
    assert record["pinpoint"] == [{"article": "5", "clause": "2"}, {"article": "7"}]
    assert record["pinpoint_scope"] == "items"


def test_the_inverse_and_what_a_citation_hangs_on() -> None:
    text = "Theo Nghị định số 24/2021/NĐ-CP đã được sửa đổi bởi Nghị định số 109/2022/NĐ-CP."
    first, second = to_gold(extract(text), "a.txt")["citations"]
    assert (second["relation"], second["from"], second["inverse"]) == ("amends", first["id"], True)


def test_an_entry_is_plain_json() -> None:
    entry = to_gold(extract(PLAN_OF_BINH_THUAN + "Thực hiện Kết luận số 51-KL/TW."), "a.txt")
    assert json.loads(json.dumps(entry, ensure_ascii=False)) == entry

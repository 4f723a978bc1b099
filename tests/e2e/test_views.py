"""The map, the layers, the explorer and the editor of queries, by mouse and by keyboard."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from tests.e2e.addresses import PAGES
from tests.e2e.conftest import Open, keep

pytestmark = pytest.mark.browser


QUERIES = {
    "chart": "SELECT ?type (COUNT(*) AS ?n) { ?i eli:type_document/skos:prefLabel ?type } GROUP BY ?type",
    "map": "SELECT ?body (COUNT(*) AS ?n) { ?i eli:passed_by/skos:prefLabel ?body } GROUP BY ?body",
    "graph": "CONSTRUCT { ?a dch:implements ?b } WHERE { ?a dch:implements ?b }",
}
SHOWN = {"chart": ".answer-bars meter", "map": ".answer-map .amount-4", "graph": ".answer-graph canvas"}


def test_the_map_shows_three_states_and_a_province_its_sentence(page_at: Open, demo: str) -> None:
    page = page_at(demo + "/do-phu?instrument=9120/QĐ-TTg")
    tiles = page.locator(".tilemap")
    expect(tiles.locator("a")).to_have_count(34 + 2)
    expect(tiles.get_by_role("link", name=re.compile("Hoàng Sa.*thuộc Đà Nẵng"))).to_be_visible()
    expect(tiles.get_by_role("link", name=re.compile("Trường Sa.*thuộc Khánh Hòa"))).to_be_visible()
    expect(tiles.get_by_role("link", name=re.compile("Hà Nội.*Kho chưa có văn bản"))).to_be_visible()
    tiles.get_by_role("link", name=re.compile("Đồng Nai.*Thực hiện")).click()

    evidence = page.locator("#chung-cu")
    expect(evidence).to_contain_text("Kế hoạch 38/KH-UBND")
    expect(evidence.locator("blockquote mark").first).to_contain_text("9120/QĐ-TTg")


def test_the_map_answers_to_the_keyboard_and_knows_the_63(page_at: Open, demo: str) -> None:
    page = page_at(demo + PAGES["do-phu-63"])
    tile = page.locator(".tilemap").get_by_role("link", name=re.compile("Lạng Sơn"))
    expect(page.locator(".tilemap a")).to_have_count(63 + 2)
    tile.focus()
    page.keyboard.press("Enter")

    expect(page.locator("#chung-cu")).to_contain_text("Lạng Sơn: văn bản và câu dẫn chứng")


def test_a_document_is_added_to_the_coverage_by_typing(page_at: Open, demo: str, islands: None) -> None:
    page = page_at(demo + "/do-phu")
    page.get_by_label("Thêm văn bản").press_sequentially("9120", delay=15)
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(page.locator(".tilemap")).to_be_visible()
    assert "instrument=" in page.url


def test_the_layers_show_the_evidence_of_a_line(page_at: Open, demo: str, islands: None) -> None:
    page = page_at(demo + PAGES["chuoi"])
    line = page.get_by_role("button", name="Kế hoạch 38/KH-UBND triển khai thực hiện Quyết định")
    line.first.focus()
    page.keyboard.press("Enter")

    expect(page.locator("#panel blockquote mark").first).to_contain_text("9120/QĐ-TTg")
    page.locator("svg .node").first.click()
    expect(page.locator("#panel").get_by_role("link", name="Mở trang văn bản")).to_be_visible()


def test_the_explorer_widens_at_a_click_and_keeps_what_was_there(
    page_at: Open, demo: str, islands: None
) -> None:
    page = page_at(demo + PAGES["kham-pha"])
    explorer = page.locator("#explore[data-ready=true]")
    expect(explorer).to_be_attached()
    before = page.locator("#nodes li").count()
    page.locator("#nodes").get_by_role("button", name="Kế hoạch 38/KH-UBND").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#explore[data-expanded]")).to_be_attached()

    assert page.locator("#nodes li").count() >= before
    page.get_by_role("button", name="Hoàn tác").click()
    expect(page.locator("#nodes li")).to_have_count(before)


def test_a_region_of_the_explorer_is_taken_along_as_table_picture_and_image(
    page_at: Open, demo: str, islands: None, tmp_path: Path
) -> None:
    page = page_at(demo + PAGES["kham-pha"])
    expect(page.locator("#region")).to_have_text("cả hình:")
    canvas = page.locator("#canvas").bounding_box()
    assert canvas is not None
    page.keyboard.down("Shift")
    page.mouse.move(canvas["x"] + 5, canvas["y"] + canvas["height"] / 2)
    page.mouse.down()
    page.mouse.move(canvas["x"] + canvas["width"] - 5, canvas["y"] + canvas["height"] - 5, steps=5)
    page.mouse.up()
    page.keyboard.up("Shift")
    expect(page.locator("#region")).to_contain_text("văn bản đang chọn")
    chosen = page.locator("#nodes input:checked").count()
    assert 1 < chosen < page.locator("#nodes li").count()

    kept = {}
    for name in ("CSV", "Hình trong một tệp", "PNG"):
        with page.expect_download() as download:
            page.get_by_role("button", name=name, exact=True).click()
        kept[name] = tmp_path / download.value.suggested_filename
        download.value.save_as(kept[name])
    assert "9120/QĐ-TTg" in kept["CSV"].read_text(encoding="utf-8-sig")
    assert kept["PNG"].read_bytes()[:4] == b"\x89PNG"
    picture = page_at(kept["Hình trong một tệp"].as_uri())
    expect(picture.locator("body[data-ready=true]")).to_be_attached()
    expect(picture.get_by_role("heading", level=1)).to_contain_text(f"{chosen} văn bản")


def test_a_region_is_picked_from_the_keyboard(page_at: Open, demo: str, islands: None) -> None:
    page = page_at(demo + PAGES["kham-pha"])
    expect(page.locator("#explore[data-ready=true]")).to_be_attached()
    page.locator("#nodes input").nth(1).focus()
    page.keyboard.press("Space")

    expect(page.locator("#region")).to_have_text("2 văn bản đang chọn:")


def test_the_editor_answers_an_example(page_at: Open, demo: str, islands: None) -> None:
    page = page_at(demo + PAGES["truy-van"])
    expect(page.locator("#editor[data-ready=true]")).to_be_attached()
    page.locator("#example").select_option("most-cited")
    page.locator(".yasqe_queryButton").click()

    expect(page.locator(".yasr table tbody tr").first).to_be_visible(timeout=15_000)


@pytest.mark.parametrize("view", QUERIES)
def test_a_shared_query_is_answered_in_the_view_that_was_shared(
    page_at: Open, demo: str, islands: None, view: str
) -> None:
    page = page_at(f"{demo}/truy-van?{urlencode({'query': QUERIES[view], 'view': view})}")

    expect(page.locator(SHOWN[view]).first).to_be_visible(timeout=15_000)
    keep(page, f"truy-van-{view}")
    page.get_by_role("button", name="Sao chép liên kết").click()
    link = page.get_by_label("Liên kết đến truy vấn này").input_value()
    assert f"view={view}" in link
    again = page_at(link)
    expect(again.locator(SHOWN[view]).first).to_be_visible(timeout=15_000)


def test_completions_are_those_of_our_own_description(page_at: Open, demo: str, islands: None) -> None:
    page = page_at(demo + PAGES["truy-van"])
    expect(page.locator("#editor[data-ready=true]")).to_be_attached()
    page.locator(".CodeMirror").click()
    page.keyboard.press("Control+a")
    page.keyboard.type("SELECT * WHERE { ?a <implem")
    with page.expect_response("**/.well-known/void"):
        page.keyboard.press("Control+Space")

    expect(page.locator(".CodeMirror-hints")).to_contain_text("ontology#implements")


def test_the_editor_speaks_the_readers_language(page_at: Open, demo: str, islands: None) -> None:
    page = page_at(f"{demo}/truy-van?{urlencode({'query': QUERIES['chart']})}")
    expect(page.locator("#editor[data-answered=true]")).to_be_attached(timeout=15_000)

    expect(page.locator("#editor .yasr_header")).to_contain_text("kết quả trong")
    expect(page.locator("#editor")).not_to_contain_text(
        re.compile("Page size|results in|Showing|Simple view")
    )

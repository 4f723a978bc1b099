"""Each page does its main task by mouse and by keyboard, and bears an audit of its accessibility."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import PHONE, ROOT, TOKEN, Open, keep

pytestmark = pytest.mark.browser

AXE = ROOT / "viz" / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
PROGRAMME = "thu-tuong-chinh-phu/quyet-dinh/2024/9120-qd-ttg"
PAGES = {
    "tra-cuu": "/",
    "ket-qua": "/tra-cuu?q=38/KH-UBND",
    "khong-co": "/tra-cuu?q=khong-co-gi-dau",
    "danh-sach": "/van-ban?with_text=true",
    "van-ban": f"/van-ban/{PROGRAMME}",
    "tep-nguon": "/tep-nguon/08-dong-nai-38-kh-ubnd.txt",
    "do-phu": "/do-phu?instrument=9120/QĐ-TTg&instrument=957-NQ/TW&province=dong-nai",
    "do-phu-63": "/do-phu?instrument=9120/QĐ-TTg&era=63",
    "do-phu-chon": "/do-phu",
    "chuoi-chon": "/chuoi",
    "chuoi": "/chuoi/957-NQ/TW",
    "duong-noi": "/duong-noi?from=912/KH-SVHTTDL&to=957-NQ/TW",
    "van-de": "/van-de",
    "so-sanh": "/so-sanh?first=38/KH-UBND@lang-son&second=142/KH-UBND",
    "dong-thoi-gian": "/dong-thoi-gian/9120/QĐ-TTg?chain=true",
    "dong-thoi-gian-chon": "/dong-thoi-gian",
    "dan-chieu": f"/dan-chieu/{PROGRAMME}?side=in&relation=implements",
    "kham-pha-chon": "/kham-pha",
    "kham-pha": "/kham-pha/9120/QĐ-TTg",
    "kiem-tra": "/kiem-tra",
    "truy-van": "/truy-van",
    "ra-soat": "/ra-soat",
    "nap": "/nap",
    "api": "/api",
}
NOT_OURS = {"truy-van": ["#editor"]}
"""Parts of pages that a library draws; what it lacks is reported there, not here."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_an_audit_finds_nothing_serious(page_at: Open, demo: str, name: str, scheme: str) -> None:
    if not AXE.exists():
        pytest.skip("axe-core is not there: run npm ci in viz/frontend")
    page = page_at(demo + PAGES[name], scheme=scheme)
    page.wait_for_load_state("networkidle")
    keep(page, f"{name}-{scheme}")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    context = json.dumps({"exclude": NOT_OURS.get(name, [])})
    found = page.evaluate(f"axe.run({context}, {{resultTypes: ['violations']}})")

    serious = [
        (fault["id"], [node["html"][:120] for node in fault["nodes"][:3]])
        for fault in found["violations"]
        if fault["impact"] in ("serious", "critical")
    ]
    assert serious == []


@pytest.mark.parametrize("name", PAGES)
def test_a_phone_shows_the_whole_width(page_at: Open, demo: str, name: str) -> None:
    page = page_at(demo + PAGES[name], size=PHONE)
    page.wait_for_load_state("networkidle")
    keep(page, f"phone-{name}")

    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_typing_proposes_documents_and_arrow_and_enter_open_one(
    page_at: Open, demo: str, islands: None
) -> None:
    page = page_at(demo)
    page.keyboard.type("ke hoach 38", delay=15)
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    chosen = options.first.locator(".suggestion-name").inner_text()
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_contain_text(chosen.split()[-1])


def test_a_proposal_can_be_clicked(page_at: Open, demo: str, islands: None) -> None:
    page = page_at(demo)
    page.get_by_label("Tìm văn bản").press_sequentially("9120", delay=15)
    page.get_by_role("option").filter(has_text="9120/QĐ-TTg").first.click()

    expect(page.get_by_role("heading", level=1)).to_have_text("9120/QĐ-TTg")


def test_a_citation_tells_on_hover_what_it_means_and_why(page_at: Open, demo: str, islands: None) -> None:
    page = page_at(demo + PAGES["tep-nguon"])
    page.locator("a.cite").first.hover()
    card = page.get_by_role("tooltip")

    expect(card).to_be_visible()
    expect(card).to_contain_text("độ tin cậy")
    expect(card.locator(".card-reason").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_j_walks_from_citation_to_citation(page_at: Open, demo: str, islands: None) -> None:
    page = page_at(demo + PAGES["tep-nguon"])
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.id")
    page.keyboard.press("j")

    assert first != page.evaluate("document.activeElement.id")
    expect(page.get_by_role("tooltip")).to_be_visible()


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


QUERIES = {
    "chart": "SELECT ?type (COUNT(*) AS ?n) { ?i eli:type_document/skos:prefLabel ?type } GROUP BY ?type",
    "map": "SELECT ?body (COUNT(*) AS ?n) { ?i eli:passed_by/skos:prefLabel ?body } GROUP BY ?body",
    "graph": "CONSTRUCT { ?a dch:implements ?b } WHERE { ?a dch:implements ?b }",
}
SHOWN = {"chart": ".answer-bars meter", "map": ".answer-map .amount-4", "graph": ".answer-graph canvas"}


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


def test_results_are_narrowed_and_widened_again(page_at: Open, demo: str) -> None:
    page = page_at(demo + "/tra-cuu?q=thu+vien+so")
    every = page.locator(".hits > li").count()
    page.locator(".narrow").get_by_role("link", name=re.compile("^Kế hoạch")).click()

    expect(page.locator(".hits > li").first).to_contain_text("Kế hoạch")
    assert page.locator(".hits > li").count() < every
    page.get_by_role("link", name="Bỏ lọc Kế hoạch").click()
    expect(page.locator(".hits > li")).to_have_count(every)


def test_effect_is_told_for_the_day_that_one_asks(page_at: Open, demo: str) -> None:
    page = page_at(demo + PAGES["van-ban"])
    page.get_by_label("Xem hiệu lực tại ngày").fill("2020-01-15")
    page.keyboard.press("Enter")

    expect(page.locator(".effect")).to_contain_text("tính đến 15/01/2020")
    expect(page.locator(".effect")).to_contain_text("Chưa có hiệu lực")


def test_a_page_without_a_choice_offers_where_to_start(page_at: Open, demo: str) -> None:
    page = page_at(demo + "/do-phu")
    page.locator(".starts").get_by_role("link", name="Quyết định 9120/QĐ-TTg").click()

    expect(page.locator(".tilemap a.state-implements").first).to_be_visible()


def test_a_chosen_document_stands_in_its_box_by_its_name(page_at: Open, demo: str, islands: None) -> None:
    page = page_at(demo + PAGES["dong-thoi-gian"])
    expect(page.get_by_label("Văn bản", exact=True)).to_have_value(re.compile("^Quyết định 9120/QĐ-TTg"))
    page.get_by_label("Cả những văn bản thực hiện qua chuỗi").uncheck()
    page.wait_for_url(lambda address: "chain" not in address)

    expect(page.get_by_role("heading", level=1)).to_contain_text("9120/QĐ-TTg")


def test_an_error_page_has_the_policy_of_pages(page_at: Open, demo: str) -> None:
    page = page_at(demo)
    answer = page.request.get(f"{demo}/van-ban/9999/XX-YY", headers={"Accept": "text/html"})

    assert answer.status == 404
    assert "script-src 'self'" in answer.headers["content-security-policy"]


def test_a_printed_page_shows_what_is_said_and_no_tools(page_at: Open, demo: str) -> None:
    page = page_at(demo + PAGES["van-ban"])
    page.emulate_media(media="print")

    expect(page.locator("#thuc-hien blockquote").first).to_be_visible()
    for tool in (".top", ".actions", ".exports", ".as-of", ".jump"):
        expect(page.locator(tool).first).to_be_hidden()
    keep(page, "in-van-ban")


def test_a_draft_is_checked_and_nothing_of_it_stays(page_at: Open, demo: str) -> None:
    page = page_at(demo + PAGES["kiem-tra"])
    page.get_by_label("Nội dung dự thảo").fill(
        "KẾ HOẠCH\nThực hiện Quyết định số 9120/QĐ-TTg ngày 05/3/2024 của Thủ tướng Chính phủ\n"
        "Căn cứ Nghị định số 9034/2023/NĐ-CP ngày 12/5/2023 của Thủ tướng Chính phủ;\n"
        "Căn cứ Quyết định số 8888/QĐ-TTg ngày 01/02/2020 của Thủ tướng Chính phủ;\n"
    )
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.locator(".draft-reading li.verdict-error")).to_contain_text("9034/2023/NĐ-CP")
    expect(page.locator(".draft-reading li.verdict-unknown")).to_contain_text("8888/QĐ-TTg")
    expect(page.locator(".draft-reading li.verdict-fine").first).to_contain_text("9120/QĐ-TTg")
    keep(page, "kiem-tra-ket-qua")
    page.goto(f"{demo}/tra-cuu?q=8888/QĐ-TTg")
    expect(page.get_by_role("heading", level=1)).to_contain_text("0 văn bản")


def test_problems_can_be_narrowed(page_at: Open, demo: str) -> None:
    page = page_at(demo + PAGES["van-de"])
    expect(page.locator(".problems > li").first).to_be_visible()
    page.get_by_label("Mức độ").select_option("info")
    page.wait_for_url("**severity=info**")

    expect(page.locator(".problems > li.severity-error")).to_have_count(0)


def test_two_documents_stand_side_by_side(page_at: Open, demo: str) -> None:
    page = page_at(demo + PAGES["so-sanh"])

    expect(page.locator(".figures .middle dd")).to_have_text("1")
    expect(page.get_by_role("table")).to_contain_text("9120/QĐ-TTg")


def test_the_path_between_two_documents_is_told_step_by_step(page_at: Open, demo: str) -> None:
    page = page_at(demo + PAGES["duong-noi"])

    expect(page.locator(".chain ol > li").last).to_contain_text("957-NQ/TW")
    assert page.locator(".chain ol > li").count() >= 2


def test_a_dot_of_the_timeline_leads_to_its_sentence(page_at: Open, demo: str) -> None:
    page = page_at(demo + PAGES["dong-thoi-gian"])
    page.locator("svg.timeline a").first.click()

    expect(page.locator("#e1")).to_be_in_viewport()
    expect(page.locator(".bars")).to_contain_text("Đồng Nai")


@pytest.mark.parametrize(
    "name",
    [
        "ket-qua",
        "do-phu",
        "chuoi",
        "van-de",
        "so-sanh",
        "dong-thoi-gian",
        "danh-sach",
        "van-ban",
        "duong-noi",
        "tep-nguon",
        "dan-chieu",
    ],
)
def test_what_a_page_shows_can_be_kept_as_a_file(page_at: Open, demo: str, name: str, tmp_path: Path) -> None:
    page = page_at(demo + PAGES[name])
    with page.expect_download() as download:
        page.locator(".exports a", has_text="CSV").click()
    path = tmp_path / "kept.csv"
    download.value.save_as(path)

    assert path.read_text(encoding="utf-8-sig").count("\n") >= 2


def test_pages_do_their_work_without_a_script(browser: object, demo: str) -> None:
    context = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    page: Page = context.new_page()
    page.goto(demo)
    page.get_by_label("Tìm văn bản").fill("9120/QĐ-TTg")
    page.keyboard.press("Enter")
    expect(page.locator("#thuc-hien")).to_contain_text("Kế hoạch 38/KH-UBND")
    page.get_by_role("link", name="Độ phủ").last.click()
    expect(page.locator(".tilemap")).to_be_visible()
    context.close()


def test_a_verdict_is_given_from_the_keyboard_and_counts(page_at: Open, writable: str, islands: None) -> None:
    page = page_at(writable + "/ra-soat?order=cited")
    waiting = page.locator("#queue li[data-target]").count()
    page.get_by_label("Người rà soát").fill("Nguyễn Thị An")
    page.get_by_label("Mã truy cập ghi").fill(TOKEN)
    page.get_by_label("Mã truy cập ghi").blur()
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.dataset.target")
    page.keyboard.press("d")

    expect(page.locator("#queue li.judged output")).to_have_text("đã xác nhận")
    assert page.evaluate("document.activeElement.dataset.target") != first
    page.wait_for_timeout(1_200)  # the server looks for a newer state once a second
    page.goto(writable + "/ra-soat?order=cited")
    expect(page.locator(f"#queue li[data-target='{first}']")).to_have_count(0)
    assert page.locator("#queue li[data-target]").count() <= waiting


def test_a_wrong_reading_is_corrected_with_the_mouse(page_at: Open, writable: str, islands: None) -> None:
    page = page_at(writable + "/ra-soat?order=cited")
    page.get_by_label("Người rà soát").fill("Nguyễn Thị An")
    page.get_by_label("Mã truy cập ghi").fill(TOKEN)
    card = page.locator("#queue li[data-target]").first
    card.locator("[data-edit]").click()
    card.get_by_label("Quan hệ").select_option("based_on")
    card.get_by_role("button", name="Lưu bản sửa").click()

    expect(card.locator("output")).to_have_text("đã sửa")


def test_a_file_is_dropped_and_found(page_at: Open, writable: str, tmp_path: Path, islands: None) -> None:
    path = tmp_path / "ke-hoach.txt"
    path.write_text(
        "ỦY BAN NHÂN DÂN\nTỈNH HÀ GIANG\n-------\nSố: 77/KH-UBND\nHà Giang, ngày 02 tháng 10 năm 2024\n"
        "KẾ HOẠCH\nTriển khai thư viện số cộng đồng\nThực hiện Quyết định số 9120/QĐ-TTg ngày 05/3/2024 của "
        "Thủ tướng Chính phủ, UBND tỉnh xây dựng kế hoạch như sau:\n",
        encoding="utf-8",
    )
    page = page_at(writable + "/nap")
    page.get_by_label("Chọn tệp").set_input_files(path)
    page.get_by_label("Mã truy cập ghi").fill(TOKEN)
    page.get_by_role("button", name="Nạp").click()

    expect(page.locator("#rows")).to_contain_text("77/KH-UBND")
    page.locator("#rows a").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("ke-hoach.txt")


def test_without_the_token_nothing_is_taken(page_at: Open, writable: str, islands: None) -> None:
    page = page_at(writable + "/ra-soat?order=cited")
    page.locator("#queue li[data-target]").first.get_by_role("button", name="Đúng").click()

    expect(page.locator("#told")).to_contain_text("mã truy cập ghi")

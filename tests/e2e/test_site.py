"""A person in front of a browser finds the answers, by mouse and by keyboard, on a desk and on a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from api.cli import main
from tests.e2e.conftest import PHONE, Open, keep

pytestmark = pytest.mark.browser

SEARCH = "Tìm văn bản"


def search(page: Page, words: str) -> None:
    page.get_by_label(SEARCH).fill(words)
    page.keyboard.press("Enter")


@pytest.mark.shared
def test_one_search_tells_which_provincial_documents_implement_a_decision(page_at: Open, seeds: str) -> None:
    page = page_at(seeds)
    search(page, "2457/QĐ-BGDĐT")

    answer = page.locator("#thuc-hien")
    expect(answer.get_by_role("heading")).to_contain_text("Được thực hiện bởi")
    expect(answer).to_contain_text("Kế hoạch 3461/KH-UBND")
    expect(answer).to_contain_text("Ủy ban nhân dân tỉnh Bình Thuận")
    expect(answer).to_contain_text("Ủy ban nhân dân tỉnh Lai Châu")
    assert answer.locator("blockquote.evidence mark").count() >= 2
    expect(answer.locator("blockquote.evidence mark").first).to_be_visible()
    keep(page, "2457-qd-bgddt")


def test_the_sentence_can_be_read_in_its_place(page_at: Open, demo: str) -> None:
    page = page_at(demo)
    search(page, "9120/QĐ-TTg")
    page.locator("#thuc-hien").get_by_role("link", name="Đọc trong 08-dong-nai-38-kh-ubnd.txt").click()

    sentence = page.locator(".passage:target")
    expect(sentence).to_contain_text("Thực hiện Quyết định số 9120/QĐ-TTg")
    expect(sentence).to_be_in_viewport()
    keep(page, "document")


def test_the_keyboard_alone_is_enough(page_at: Open, demo: str) -> None:
    page = page_at(demo)
    expect(page.get_by_label(SEARCH)).to_be_focused()
    page.keyboard.type("38/KH-UBND")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("văn bản khớp")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Đến nội dung")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("38/KH-UBND")


def test_a_chain_shows_each_step_with_its_evidence_and_a_picture(page_at: Open, demo: str) -> None:
    page = page_at(demo)
    search(page, "957-NQ/TW")
    page.get_by_role("link", name="Chuỗi thực hiện xuống").click()

    tree = page.locator(".chain")
    expect(tree).to_contain_text("Kế hoạch 912/KH-SVHTTDL")
    expect(tree.locator("blockquote.evidence").first).to_be_visible()
    page.get_by_role("link", name="Mở hình riêng một trang").click()
    expect(page.locator("body[data-ready=true]")).to_be_attached()
    expect(page.locator("canvas")).to_be_visible()
    keep(page, "chain")


def test_a_picture_answers_to_the_keyboard_and_says_why(page_at: Open, demo: str) -> None:
    page = page_at(f"{demo}/hinh/thu-tuong-chinh-phu/quyet-dinh/2024/9120-qd-ttg")
    expect(page.locator("body[data-ready=true]")).to_be_attached()
    page.locator("summary").focus()
    page.keyboard.press("Enter")

    expect(page.get_by_role("table")).to_contain_text("Thực hiện Quyết định số 9120/QĐ-TTg")
    keep(page, "picture")


def test_a_node_of_the_picture_can_be_clicked_and_leads_to_its_page(page_at: Open, demo: str) -> None:
    page = page_at(f"{demo}/hinh/thu-tuong-chinh-phu/quyet-dinh/2024/9120-qd-ttg")
    expect(page.locator("body[data-ready=true]")).to_be_attached()
    canvas = page.locator("canvas")
    box = canvas.bounding_box()
    assert box is not None
    link = page.locator("#panel-link")
    # The picture says nowhere where a node is: walk over it until one answers.
    for row in range(1, 40):
        canvas.click(position={"x": box["width"] / 2, "y": box["height"] * row / 40})
        if link.is_visible():
            break
    link.click()

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert "/van-ban/" in page.url


def test_a_picture_in_a_file_opens_without_a_server(page_at: Open, tmp_path: Path) -> None:
    store, path = tmp_path / "kho", tmp_path / "đồ thị.html"
    for command in (
        ["demo", "--build-only", "--store", str(store)],
        ["graph", "957-NQ/TW", "-o", str(path), "--store", str(store)],
    ):
        with pytest.raises(SystemExit) as stopped:
            main(command)
        assert stopped.value.code == 0
    page = page_at(path.as_uri())

    expect(page.locator("body[data-ready=true]")).to_be_attached()
    expect(page.get_by_role("heading", level=1)).to_contain_text("957-NQ/TW")


def test_english_is_one_click_away_and_stays(page_at: Open, demo: str) -> None:
    page = page_at(demo)
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_label("Find a document").fill("9120/QĐ-TTg")
    page.keyboard.press("Enter")

    expect(page.locator("#thuc-hien")).to_contain_text("Implemented by")
    keep(page, "english")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/tra-cuu?q=38/KH-UBND",
        "/van-ban/thu-tuong-chinh-phu/quyet-dinh/2024/9120-qd-ttg",
        "/chuoi/957-NQ/TW",
        "/hinh/957-NQ/TW",
        "/tep-nguon",
        "/api",
    ],
)
def test_no_page_is_wider_than_a_phone(page_at: Open, demo: str, address: str, scheme: str) -> None:
    page = page_at(demo + address, size=PHONE, scheme=scheme)
    name = address.split("?")[0].strip("/").replace("/", "-") or "home"
    keep(page, f"phone-{scheme}-{name}")

    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


CONTRASTS = """
() => {
  const parse = (c) => (c.match(/[\\d.]+/g) || []).map(Number);
  const luminance = ([r, g, b]) => {
    const part = (v) => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const behind = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const colour = parse(getComputedStyle(e).backgroundColor);
      if (colour.length === 3 || colour[3] > 0.99) return colour;
    }
    return [255, 255, 255];
  };
  const low = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.textContent.trim() || !element.checkVisibility() || element.closest(".hidden, .skip")) continue;
    const [a, b] = [luminance(parse(getComputedStyle(element).color)), luminance(behind(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) low.add(`${element.tagName}.${element.className} ${ratio.toFixed(2)}`);
  }
  return [...low];
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "address", ["/", "/van-ban/thu-tuong-chinh-phu/quyet-dinh/2024/9120-qd-ttg", "/chuoi/957-NQ/TW", "/api"]
)
def test_every_text_stands_out_from_what_is_behind_it(
    page_at: Open, demo: str, address: str, scheme: str
) -> None:
    page = page_at(demo + address, scheme=scheme)

    assert page.evaluate(CONTRASTS) == []

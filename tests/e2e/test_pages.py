"""Every page bears an audit of its accessibility, fits a phone and paper, and works without a script."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.addresses import PAGES
from tests.e2e.conftest import PHONE, ROOT, Open, keep

pytestmark = pytest.mark.browser

AXE = ROOT / "viz" / "frontend" / "node_modules" / "axe-core" / "axe.min.js"

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

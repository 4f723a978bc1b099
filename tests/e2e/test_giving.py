"""What people give: drafts to check, verdicts on readings, files to load."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.addresses import PAGES
from tests.e2e.conftest import TOKEN, Open, keep

pytestmark = pytest.mark.browser


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

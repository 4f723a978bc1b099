"""Finding a document, reading what it cites, comparing and following it, by mouse and by keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.addresses import PAGES
from tests.e2e.conftest import Open

pytestmark = pytest.mark.browser


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

"""Five tasks of a legal officer, each in at most three interactions from the home page, with pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from kg.ingest import ingest
from tests.e2e.conftest import ROOT, Open, served

pytestmark = pytest.mark.browser

MOST = 3
PICTURES = ROOT / "tests" / "artifacts" / "tasks"


PLAN = """Văn bản mẫu, không có giá trị pháp lý

ỦY BAN NHÂN DÂN
TỈNH ĐỒNG NAI
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 9215/KH-UBND
Đồng Nai, ngày 18 tháng 4 năm 2022

KẾ HOẠCH
Phát triển thư viện cơ sở trên địa bàn tỉnh Đồng Nai

Triển khai thực hiện Thông tư số 9002/2021/TT-BVHTTDL ngày 15 tháng 6 năm 2021 của Bộ trưởng Bộ Văn hóa, Thể
thao và Du lịch, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

1. Mỗi xã có một thư viện phục vụ nhân dân.
"""
"""A plan of 2022 that carries out a circular which one of the samples replaces in 2024."""


@pytest.fixture(scope="module")
def aged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server over the samples and such a plan."""
    folder = tmp_path_factory.mktemp("aged")
    (folder / "dong-nai-9215-kh-ubnd.txt").write_text(PLAN, encoding="utf-8")
    store = folder / "kg-data"
    ingest([ROOT / "api" / "samples", folder / "dong-nai-9215-kh-ubnd.txt"], store)
    with served("serve", "--store", str(store)) as address:
        yield address


class Hand:
    """A person's hand: counts what it does and keeps a picture of the end."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.done = 0

    def search(self, words: str) -> None:
        """Type and press Enter: one interaction."""
        self.page.get_by_label("Tìm văn bản").fill(words)
        self.page.keyboard.press("Enter")
        self.page.wait_for_load_state("networkidle")
        self.done += 1

    def click(self, find: Callable[[Page], None]) -> None:
        """One click."""
        find(self.page)
        self.page.wait_for_load_state("networkidle")
        self.done += 1

    def keep(self, name: str) -> None:
        """A picture of what is on the screen now."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=PICTURES / f"{name}.png")
        assert self.done <= MOST


def test_which_provinces_implement_a_decision(page_at: Open, demo: str) -> None:
    hand = Hand(page_at(demo))
    hand.search("9120/QĐ-TTg")
    hand.click(lambda page: page.locator(".head .actions").get_by_role("link", name="Độ phủ").click())

    expect(hand.page.locator(".tilemap .state-implements")).to_have_count(5)
    hand.keep("1-tinh-nao-thuc-hien")


def test_the_sentence_that_proves_it(page_at: Open, demo: str) -> None:
    hand = Hand(page_at(demo))
    hand.search("9120/QĐ-TTg")
    hand.click(
        lambda page: (
            page.locator("#thuc-hien")
            .get_by_role("link", name="Đọc trong 08-dong-nai-38-kh-ubnd.txt")
            .click()
        )
    )

    expect(hand.page.locator(".passage:target")).to_be_in_viewport()
    hand.keep("2-cau-dan-chung")


def test_the_chain_from_a_plan_up_to_the_party(page_at: Open, demo: str) -> None:
    hand = Hand(page_at(demo))
    hand.search("912/KH-SVHTTDL")
    hand.click(lambda page: page.get_by_role("link", name="Chuỗi lên nguồn").click())

    expect(hand.page.locator(".chain")).to_contain_text("957-NQ/TW")
    hand.keep("3-chuoi-len-nguon")


def test_which_plans_rest_on_something_replaced(page_at: Open, aged: str) -> None:
    hand = Hand(page_at(aged))
    hand.click(
        lambda page: page.get_by_role("link", name="Văn bản nào dựa trên văn bản đã bị thay thế?").click()
    )

    expect(hand.page.locator(".problems > li").first).to_contain_text("không còn hiệu lực")
    hand.keep("4-dua-tren-van-ban-thay-the")


def test_the_citation_list_of_a_plan_as_docx(page_at: Open, demo: str, tmp_path: Path) -> None:
    hand = Hand(page_at(demo))
    hand.search("142/KH-UBND")
    hand.keep("5-xuat-docx")
    with hand.page.expect_download() as download:
        hand.click(lambda page: page.locator(".exports a", has_text="DOCX").first.click())
    path = tmp_path / "can-cu.docx"
    download.value.save_as(path)

    assert path.read_bytes()[:2] == b"PK"
    assert hand.done <= MOST

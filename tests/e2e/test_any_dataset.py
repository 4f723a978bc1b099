"""The main task of each page on other datasets than the samples: the seeds, synthetic ones, hostile ones.

`DANCHIEU_BENCH_STORE` names a dataset of any size to take instead of the small synthetic one.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from kg.bench_data import write_bench_data
from kg.ingest import ingest
from tests.e2e.conftest import Open, served

pytestmark = pytest.mark.browser

DECISION = "2457/QĐ-BGDĐT"


@pytest.fixture(scope="module")
def synthetic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    store = Path(os.environ.get("DANCHIEU_BENCH_STORE", ""))
    if not store.name:
        store = tmp_path_factory.mktemp("synthetic") / "kho"
        write_bench_data(store, 120)
    with served("serve", "--store", str(store)) as address:
        yield address


def first_start(page: Page, base: str, address: str) -> None:
    page.goto(base + address)
    page.locator(".starts a").first.click()


def search_and_read(page: Page, base: str) -> None:
    page.goto(base)
    page.get_by_label("Tìm văn bản").fill("giáo dục")
    page.keyboard.press("Enter")
    page.locator(".hits a.instrument").first.click()
    expect(page.locator("#thuc-hien")).to_be_visible()


def coverage(page: Page, base: str) -> None:
    first_start(page, base, "/do-phu")
    page.locator(".tilemap a.state-implements").first.click()
    expect(page.locator("#chung-cu blockquote mark").first).to_be_visible()


def chain(page: Page, base: str) -> None:
    first_start(page, base, "/chuoi")
    page.locator("svg.layers .arrow").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#panel blockquote").first).to_be_visible()


def timeline(page: Page, base: str) -> None:
    first_start(page, base, "/dong-thoi-gian")
    expect(page.locator("svg.timeline circle").first).to_be_visible()


def explorer(page: Page, base: str) -> None:
    first_start(page, base, "/kham-pha")
    expect(page.locator("#explore[data-ready=true]")).to_be_attached()
    page.locator("#nodes button").nth(1).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#explore[data-expanded]")).to_be_attached()


def problems(page: Page, base: str) -> None:
    page.goto(f"{base}/van-de")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Vấn đề")
    page.get_by_label("Mức độ").select_option("warning")
    page.wait_for_url("**severity=warning**")


def review(page: Page, base: str) -> None:
    page.goto(f"{base}/ra-soat?order=cited")
    page.keyboard.press("j")
    expect(page.locator("#queue li[data-target]").first).to_be_focused()


def draft(page: Page, base: str) -> None:
    page.goto(f"{base}/kiem-tra")
    page.get_by_label("Nội dung dự thảo").fill("Căn cứ Luật Giáo dục số 38/2005/QH11 ngày 14/6/2005;")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".draft-reading li").first).to_contain_text("38/2005/QH11")


def sparql(page: Page, base: str) -> None:
    page.goto(f"{base}/truy-van?{urlencode({'query': 'SELECT ?s WHERE { ?s a dch:Citation } LIMIT 3'})}")
    expect(page.locator(".yasr table tbody tr")).to_have_count(3)


TASKS: tuple[Callable[[Page, str], None], ...] = (
    search_and_read, coverage, chain, timeline, explorer, problems, review, draft, sparql,
)  # fmt: skip


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.__name__)
def test_each_page_works_on_a_synthetic_dataset(
    page_at: Open, synthetic: str, islands: None, task: Callable[[Page, str], None]
) -> None:
    task(page_at(synthetic), synthetic)


@pytest.mark.shared
@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.__name__)
def test_each_page_works_on_the_seeds(
    page_at: Open, seeds: str, islands: None, task: Callable[[Page, str], None]
) -> None:
    task(page_at(seeds), seeds)


@pytest.mark.shared
def test_the_map_of_the_seeds_tells_who_implements_the_decision(page_at: Open, seeds: str) -> None:
    page = page_at(f"{seeds}/do-phu?{urlencode({'instrument': DECISION, 'era': '63'})}")
    page.locator(".tilemap").get_by_role("link", name=re.compile("Bình Thuận.*Thực hiện")).click()

    expect(page.locator("#chung-cu")).to_contain_text("3461/KH-UBND")


HARM = "<script>window.harmed=1</script><img src=x onerror=window.harmed=1>\"'><svg onload=window.harmed=1>"
HOSTILE = (
    "ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN\n-------\nSố: 66/KH-UBND\nLạng Sơn, ngày 02 tháng 10 năm 2024\n"
    f"KẾ HOẠCH\nTriển khai {HARM}\n"
    "Thực hiện Quyết định số 9120/QĐ-TTg ngày 05/3/2024 của Thủ tướng Chính phủ về "
    f"{HARM}, UBND tỉnh xây dựng kế hoạch. Căn cứ Chương trình “{HARM} giai đoạn 2024 - 2030”;\n"
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "ke-hoach.txt").write_text(HOSTILE, encoding="utf-8")
    ingest([folder / "ke-hoach.txt"], folder / "kho")
    with served("serve", "--store", str(folder / "kho")) as address:
        yield address


@pytest.mark.parametrize(
    "address",
    [
        "/van-ban/66/KH-UBND",
        "/van-ban/9120/QĐ-TTg",
        "/chuoi/9120/QĐ-TTg",
        "/do-phu?instrument=9120/QĐ-TTg&province=lang-son",
        "/kham-pha/9120/QĐ-TTg",
        "/dong-thoi-gian/9120/QĐ-TTg",
        "/so-sanh?first=66/KH-UBND&second=9120/QĐ-TTg",
        "/duong-noi?from=66/KH-UBND&to=9120/QĐ-TTg",
        "/hinh/9120/QĐ-TTg",
        "/van-ban",
        "/van-de",
        "/ra-soat?order=cited",
        "/tra-cuu?q=ke+hoach+script",
        f"/tra-cuu?{urlencode({'q': HARM, 'type': HARM, 'issuer': HARM})}",
        f"/truy-van?{urlencode({'query': 'SELECT ?t { ?s <http://purl.org/dc/terms/title> ?t }'})}",
    ],
)
def test_nothing_that_a_document_says_ever_runs(
    page_at: Open, hostile: str, islands: None, address: str
) -> None:
    page = page_at(hostile + address)
    page.wait_for_load_state("networkidle")
    for place in page.locator("a.cite, #nodes button, svg.layers .node").all()[:4]:
        place.hover()
    page.wait_for_timeout(250)

    assert page.evaluate("window.harmed") is None
    assert page.locator("img[src=x], svg[onload]").count() == 0

"""The pages: one search leads to the answer, every sentence can be read in its place, no text is markup."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from fastapi.testclient import TestClient

from tests.api.conftest import DECISION, DECISION_ID

PAGE = {"accept": "text/html"}
INSTRUMENT = f"/van-ban/{DECISION_ID}"
ADDRESSES = [
    "/",
    "/tra-cuu?q=ke+hoach",
    INSTRUMENT,
    f"/dan-chieu/{DECISION_ID}?side=in",
    f"/chuoi/{DECISION_ID}?direction=down",
    f"/chuoi/{DECISION_ID}?direction=up&relation=based_on",
    f"/hinh/{DECISION_ID}",
    "/tep-nguon",
    "/api",
]


class Outline(HTMLParser):
    """The elements and the visible text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def all(self, attribute: str) -> list[str]:
        return [value for _, attributes in self.elements if (value := attributes.get(attribute))]

    @property
    def foreign_scripts(self) -> list[dict[str, str | None]]:
        """The script elements that are neither built islands of ours nor data."""
        return [
            attributes
            for tag, attributes in self.elements
            if tag == "script"
            and not (attributes.get("src") or "").startswith("/static/dist/")
            and attributes.get("type") != "application/json"
        ]

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def get(client: TestClient, address: str) -> Outline:
    answer = client.get(address, headers=PAGE)
    assert answer.status_code == 200, answer.text
    return Outline(answer.text)


@pytest.mark.parametrize(
    "asked", [DECISION, "9120/qd-ttg", f"  {DECISION} ", "phê duyệt thư viện số cộng đồng"]
)
def test_one_search_lands_on_the_instrument(client: TestClient, asked: str) -> None:
    answer = client.get("/tra-cuu", params={"q": asked}, headers=PAGE)

    assert (answer.status_code, answer.headers["location"]) == (303, INSTRUMENT)


def test_its_page_says_first_of_all_who_implements_it_each_with_the_sentence(client: TestClient) -> None:
    text = get(client, INSTRUMENT).text

    start = text.rindex("Được thực hiện bởi")
    answer = text[start : text.index("Văn bản này dẫn chiếu", start)]
    for implementer in ("Kế hoạch 38/KH-UBND", "Chỉ thị 06/CT-UBND", "Kế hoạch 142/KH-UBND"):
        assert implementer in answer
    assert "Để thực hiện nghiêm Quyết định số 9120/QĐ-TTg" in answer


def test_several_matches_are_listed_to_choose_from(client: TestClient) -> None:
    page = get(client, "/tra-cuu?q=38/KH-UBND")

    assert {
        "/van-ban/ubnd-tinh-lang-son/ke-hoach/2024/38-kh-ubnd",
        "/van-ban/ubnd-tinh-dong-nai/ke-hoach/2024/38-kh-ubnd",
    } <= set(page.all("href"))


def test_a_part_of_a_number_lists_the_instrument_that_bears_it_first(client: TestClient) -> None:
    links = [href for href in get(client, "/tra-cuu?q=9120").all("href") if href.startswith("/van-ban/")]

    assert links[0] == INSTRUMENT


@pytest.mark.parametrize("asked", ["không có gì như vậy", "zzzz"])
def test_nothing_found_says_what_to_try(client: TestClient, asked: str) -> None:
    assert "Thử chỉ phần số" in get(client, f"/tra-cuu?q={asked}").text


def test_an_empty_search_goes_home(client: TestClient) -> None:
    assert client.get("/tra-cuu?q=+", headers=PAGE).headers["location"] == "/"


def test_every_evidence_leads_to_its_place_in_the_source(client: TestClient) -> None:
    places = {
        href for href in get(client, INSTRUMENT).all("href") if href.startswith("/tep-nguon/") and "#" in href
    }

    assert places
    for place in places:
        address, _, anchor = place.partition("#")
        assert anchor in get(client, address).all("id")


def test_a_source_shows_the_whole_text_with_its_citations_marked(client: TestClient) -> None:
    href = next(href for href in get(client, INSTRUMENT).all("href") if href.startswith("/tep-nguon/"))
    page = get(client, href.partition("#")[0])
    marks = [
        attributes for tag, attributes in page.elements if "cite" in (attributes.get("class") or "").split()
    ]

    assert "Văn bản mẫu, không có giá trị pháp lý" in page.text
    assert all((mark.get("href") or "").startswith("/van-ban/") for mark in marks)
    assert any("rel-implements" in (mark.get("class") or "") for mark in marks)


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_link_of_a_page_leads_somewhere_on_this_server(client: TestClient, address: str) -> None:
    links = {href.partition("#")[0] for href in get(client, address).all("href")} - {""}

    for link in links:
        assert link.startswith("/")
        assert client.get(link, headers=PAGE).status_code in (200, 303), link


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_speaks_english_when_asked_and_the_choice_is_kept(
    client: TestClient, address: str
) -> None:
    vietnamese = client.get(address, headers=PAGE)
    joined = f"{address}{'&' if '?' in address else '?'}lang=en"
    english = client.get(joined, headers=PAGE)

    assert '<html lang="vi">' in vietnamese.text
    assert '<html lang="en">' in english.text
    assert english.cookies["lang"] == "en"
    client.cookies.clear()


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_has_one_heading_labels_and_a_title(client: TestClient, address: str) -> None:
    page = get(client, address)
    inputs = [
        a for tag, a in page.elements if tag in ("input", "select") and a.get("type") not in ("radio", None)
    ]
    labelled = {a.get("for") for tag, a in page.elements if tag == "label"}

    assert [tag for tag, _ in page.elements].count("h1") == 1
    assert all(field.get("id") in labelled for field in inputs)
    assert all("alt" in a for tag, a in page.elements if tag == "img")
    assert all(a.get("title") for tag, a in page.elements if tag == "iframe")


@pytest.mark.parametrize("address", ["/van-ban/khong/co/dau", "/chuoi/1-XX", "/tep-nguon/abc", "/gi-day"])
def test_what_is_not_there_is_a_page_that_says_so(client: TestClient, address: str) -> None:
    answer = client.get(address, headers=PAGE)

    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
    assert "Không thực hiện được" in answer.text


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/tra-cuu?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "/tep-nguon",
        "/van-ban/ubnd-tinh-lang-son/ke-hoach/2024/09-kh-ubnd",
        "/chuoi/ubnd-tinh-lang-son/ke-hoach/2024/09-kh-ubnd?direction=up",
        "/do-phu?instrument=09/KH-UBND&era=63",
        "/kham-pha/ubnd-tinh-lang-son/ke-hoach/2024/09-kh-ubnd",
        "/dong-thoi-gian/ubnd-tinh-lang-son/ke-hoach/2024/09-kh-ubnd",
        "/so-sanh?first=%3Cscript%3Ealert(1)%3C/script%3E",
        "/truy-van?query=%3C/textarea%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "/van-de",
        "/ra-soat",
        "/van-ban?issuer=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "/van-ban/<script>alert(1)</script>",
        "/%22%3E%3Cscript%3Ealert(1)%3C/script%3E?lang=%22%3E%3Cscript%3E",
    ],
)
def test_no_text_of_a_document_or_an_address_becomes_markup(hostile: TestClient, address: str) -> None:
    answer = hostile.get(address, headers=PAGE)
    page = Outline(answer.text)

    assert answer.status_code in (200, 404)
    assert page.foreign_scripts == []
    assert not [name for _, attributes in page.elements for name in attributes if name.startswith("on")]
    assert "49" not in page.text or "{{7*7}}" in page.text


def test_a_hostile_document_is_shown_as_it_is(hostile: TestClient) -> None:
    listed = Outline(hostile.get("/tep-nguon", headers=PAGE).text)
    source = next(href for href in listed.all("href") if href.startswith("/tep-nguon/"))
    page = Outline(hostile.get(source, headers=PAGE).text)

    assert "<script>alert(1)</script>" in page.text
    assert page.foreign_scripts == []
    assert not [name for _, attributes in page.elements for name in attributes if name.startswith("on")]


def test_a_picture_of_a_hostile_document_runs_only_its_own_scripts(hostile: TestClient) -> None:
    answer = hostile.get("/hinh/ubnd-tinh-lang-son/ke-hoach/2024/09-kh-ubnd", headers=PAGE)

    assert answer.status_code == 200
    assert [tag for tag, _ in Outline(answer.text).elements].count("script") == 3
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "unsafe-inline" not in answer.headers["content-security-policy"].split("style-src")[0]

"""What pages show, as files and narrowed: search results, a day of effect, a region of the graph."""

from __future__ import annotations

import csv
import io
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient

from kg.export.formats import EXPORT_FORMS
from tests.api.conftest import DECISION_ID
from tests.api.routes.test_pages import Outline

PAGE = {"accept": "text/html"}
PLAN_ID = "ubnd-tinh-dong-nai/ke-hoach/2024/38-kh-ubnd"


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/tra-cuu?q=thu+vien&format=csv", "9120/QĐ-TTg"),
        ("/tra-cuu?q=thu+vien&type=Kế+hoạch&format=csv", "38/KH-UBND"),
        (f"/dan-chieu/{DECISION_ID}?side=in&relation=implements&format=csv", "38/KH-UBND"),
        (f"/van-ban/{DECISION_ID}?format=csv", "957-NQ/TW"),
    ],
)
def test_a_page_is_given_as_a_file_at_its_own_address(client: TestClient, address: str, said: str) -> None:
    answer = client.get(address, headers=PAGE)

    assert (answer.status_code, answer.headers["content-type"].split(";")[0]) == (200, "text/csv")
    assert "attachment" in answer.headers["content-disposition"]
    assert said in answer.text


def test_what_does_not_fit_the_choice_is_left_out_of_the_file(client: TestClient) -> None:
    every = client.get("/tra-cuu?q=thu+vien&format=csv").text
    plans = client.get("/tra-cuu?q=thu+vien&type=Kế+hoạch&format=csv").text

    assert 2 < plans.count("\n") < every.count("\n")


@pytest.mark.parametrize(
    ("day", "status"),
    [("2020-01-15", "Chưa có hiệu lực"), ("2024-12-01", "Còn hiệu lực")],
)
def test_effect_on_the_day_that_is_asked(client: TestClient, day: str, status: str) -> None:
    assert f"<strong>{status}</strong>" in client.get(f"/van-ban/{DECISION_ID}?on={day}", headers=PAGE).text


def test_a_day_that_is_none_is_refused(client: TestClient) -> None:
    assert client.get(f"/van-ban/{DECISION_ID}?on=2024-13-45", headers=PAGE).status_code == 422


@pytest.mark.parametrize(
    ("form", "kind", "said"),
    [("csv", "text/csv", "9120/QĐ-TTg"), ("graphml", "application/graphml+xml", "<graphml"),
     ("html", "text/html", "2 văn bản")],
)  # fmt: skip
def test_a_region_of_the_graph_is_taken_along(client: TestClient, form: str, kind: str, said: str) -> None:
    answer = client.post("/vung-chon", data={"node": [DECISION_ID, PLAN_ID], "format": form})

    assert (answer.status_code, answer.headers["content-type"].split(";")[0]) == (200, kind)
    assert "attachment" in answer.headers["content-disposition"]
    assert said in answer.text


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"node": ["khong/co"], "format": "csv"}, 404),
        ({"node": [DECISION_ID], "format": "exe"}, 400),
        ({"node": [DECISION_ID] * 501, "format": "csv"}, 422),
        ({"format": "csv"}, 422),
    ],
)
def test_a_region_that_cannot_be_given_is_refused(
    client: TestClient, sent: dict[str, object], status: int
) -> None:
    assert client.post("/vung-chon", data=sent).status_code == status


@pytest.mark.parametrize("address", ["/do-phu", "/chuoi", "/dong-thoi-gian", "/kham-pha"])
def test_a_page_without_a_choice_offers_where_to_start(client: TestClient, address: str) -> None:
    assert "Quyết định 9120/QĐ-TTg" in client.get(address, headers=PAGE).text


@pytest.mark.parametrize("chosen", ["province=Lạng+Sơn", "status=unknown", "with_text=true", "year=2024"])
@pytest.mark.parametrize("page", ["/van-ban?", "/tra-cuu?q=ubnd&"])
def test_the_file_of_a_narrowed_list_holds_what_the_page_shows(
    client: TestClient, page: str, chosen: str
) -> None:
    shown = client.get(f"{page}{chosen}&limit=1000", headers=PAGE).text
    rows = list(csv.DictReader(io.StringIO(client.get(f"{page}{chosen}&format=csv").text.lstrip("\ufeff"))))
    listed = [row["IRI"] for row in rows if row["IRI"]]

    assert len(listed) == shown.count('<span class="what">') > 0


EXPORTING = (
    "/van-ban?year=2024", "/tra-cuu?q=ubnd", f"/van-ban/{DECISION_ID}", f"/dan-chieu/{DECISION_ID}?side=in",
    f"/chuoi/{DECISION_ID}?direction=down", f"/do-phu?instrument={DECISION_ID}", "/van-de",
    f"/dong-thoi-gian/{DECISION_ID}", f"/so-sanh?first={PLAN_ID}&second={DECISION_ID}",
    f"/duong-noi?from={PLAN_ID}&to={DECISION_ID}",
)  # fmt: skip


@pytest.mark.parametrize("address", EXPORTING)
def test_every_page_with_a_list_offers_it_in_every_format(client: TestClient, address: str) -> None:
    page = Outline(client.get(address, headers=PAGE).text)
    offered = [href for href in page.all("href") if "format=" in href]

    assert {parse_qs(urlsplit(href).query)["format"][0] for href in offered} == set(EXPORT_FORMS)
    for href in offered:
        answer = client.get(href)
        assert (href, answer.status_code) == (href, 200)
        assert answer.content

"""The API: the answers of the questions as data, problems that say what to do, headers that guard."""

from __future__ import annotations

import json

import httpx
import pytest
from fastapi.testclient import TestClient

from api.guard import HEADERS
from tests.api.conftest import DECISION, DECISION_ID

LANG_SON = "ubnd-tinh-lang-son/ke-hoach/2024/38-kh-ubnd"


def test_instruments_are_listed_page_by_page(client: TestClient) -> None:
    everything = client.get("/api/v1/instruments", params={"limit": 1000}).json()
    second = client.get("/api/v1/instruments", params={"limit": 2, "offset": 2}).json()

    assert everything["total"] == len(everything["items"])
    assert second["items"] == everything["items"][2:4]


def test_instruments_are_filtered(client: TestClient) -> None:
    answer = client.get(
        "/api/v1/instruments", params={"type": "Kế hoạch", "year": 2024, "with_text": True}
    ).json()

    assert {item["type"] for item in answer["items"]} == {"Kế hoạch"}
    assert LANG_SON in {item["id"] for item in answer["items"]}


def test_a_search_finds_with_and_without_diacritics(client: TestClient) -> None:
    for words in ("thư viện số cộng đồng", "thu vien so cong dong"):
        answer = client.get("/api/v1/search", params={"q": words}).json()

        assert LANG_SON in {hit["instrument"]["id"] for hit in answer["hits"]}


@pytest.mark.parametrize("asked", [DECISION_ID, DECISION, "9120%2FQ%C4%90-TTg"])
def test_one_instrument_with_what_it_cites_and_what_cites_it(client: TestClient, asked: str) -> None:
    answer = client.get(f"/api/v1/instruments/{asked}").json()

    assert answer["instrument"]["id"] == DECISION_ID
    assert {row["target"]["number"] for row in answer["cites"]["rows"]} >= {"957-NQ/TW", "9034/2023/NĐ-CP"}
    assert LANG_SON in {row["source"]["id"] for row in answer["cited_by"]["rows"]}


def test_citations_of_one_side_and_relation(client: TestClient) -> None:
    answer = client.get(
        f"/api/v1/citations/{DECISION_ID}", params={"side": "in", "relation": "implements"}
    ).json()

    assert answer["rows"]
    assert {row["relation"] for row in answer["rows"]} == {"implements"}


def test_implementations_follow_the_contract(client: TestClient) -> None:
    answer = client.get("/api/v1/implementations", params={"instrument": DECISION}).json()

    assert answer["query"]["id"] == DECISION_ID
    assert LANG_SON in {result["source"]["id"] for result in answer["results"]}
    assert all(result["evidence"][0]["text"] for result in answer["results"])


def test_a_chain_goes_both_ways(client: TestClient) -> None:
    down = client.get("/api/v1/chains/957-NQ/TW").json()
    up = client.get(f"/api/v1/chains/{LANG_SON}", params={"direction": "up"}).json()

    assert LANG_SON in {result["source"]["id"] for result in down["results"]}
    assert "957-NQ/TW" in {result["target"]["number"] for result in up["results"]}


def test_a_document_gives_its_text_and_marks(client: TestClient) -> None:
    listed = client.get("/api/v1/documents").json()
    view = client.get(f"/api/v1/documents/{listed[0]['hash']}").json()

    assert len(listed) == 15
    assert view["text"].startswith("Văn bản mẫu")
    for mark in view["marks"]:
        assert view["text"][mark["start"] : mark["end"]].strip()


def test_statistics_and_health(client: TestClient) -> None:
    assert client.get("/api/v1/statistics").json()["documents"] == 15
    assert client.get("/healthz").json()["status"] == "ok"


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("/api/v1/instruments/khong/co", 404, "not_found"),
        ("/api/v1/nothing", 404, "not_found"),
        ("/api/v1/chains/38/KH-UBND", 409, "ambiguous"),
        ("/api/v1/implementations", 422, "invalid"),
        ("/api/v1/instruments?limit=0", 422, "invalid"),
        ("/api/v1/chains/957-NQ/TW?relation=loves", 422, "invalid"),
        ("/api/v1/sparql?query=SELECT", 400, "query_rejected"),
    ],
)
def test_an_error_is_a_problem_that_says_what_to_do(
    client: TestClient, address: str, status: int, code: str
) -> None:
    answer = client.get(address)
    problem = answer.json()

    assert (answer.status_code, problem["status"], problem["code"]) == (status, status, code)
    assert answer.headers["content-type"] == "application/problem+json"
    assert problem["title"]
    assert problem["detail"]


def test_an_ambiguous_number_lists_its_candidates(client: TestClient) -> None:
    problem = client.get("/api/v1/instruments/38/KH-UBND").json()

    assert LANG_SON in {candidate["id"] for candidate in problem["candidates"]}
    assert problem["total"] == len(problem["candidates"])


def test_an_ambiguous_number_is_a_choice_of_links_for_people(client: TestClient) -> None:
    page = client.get("/chuoi/38/KH-UBND", headers={"accept": "text/html"})

    assert page.status_code == 409
    assert f'href="/van-ban/{LANG_SON}"' in page.text


def test_a_problem_speaks_english_when_asked(client: TestClient) -> None:
    assert "Nothing in the dataset" in client.get("/api/v1/instruments/x/y?lang=en").json()["detail"]


def test_a_method_that_is_not_taken_is_named(client: TestClient) -> None:
    answer = client.post("/api/v1/statistics")

    assert (answer.status_code, answer.headers["allow"]) == (405, "GET")


@pytest.mark.parametrize(
    "address", ["/", "/api", "/api/v1/statistics", "/api/v1/nothing", "/static/site.css", "/openapi.json"]
)
def test_every_answer_is_guarded(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    policy = headers["content-security-policy"]

    assert {name for name in HEADERS if headers.get(name) != HEADERS[name]} <= {"Content-Security-Policy"}
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "http" not in policy


def test_an_iri_leads_people_to_the_page_and_programs_to_the_data(client: TestClient) -> None:
    person = client.get(f"/id/{DECISION_ID}", headers={"accept": "text/html"})
    program = client.get(f"/id/{DECISION_ID}", headers={"accept": "application/json"})

    assert (person.status_code, person.headers["location"]) == (303, f"/van-ban/{DECISION_ID}")
    assert (program.status_code, program.headers["location"]) == (303, f"/api/v1/instruments/{DECISION_ID}")
    assert "Accept" in program.headers["vary"]


@pytest.mark.parametrize(
    ("iri", "accept", "place"),
    [
        ("/id/doc/0123456789abcdef", "text/html", "/tep-nguon/0123456789abcdef"),
        ("/id/doc/0123456789abcdef/c/12-40", "text/html", "/tep-nguon/0123456789abcdef#c12"),
        ("/id/doc/0123456789abcdef/c/12-40-1", "text/html", "/tep-nguon/0123456789abcdef#c12"),
        ("/id/doc/0123456789abcdef/e/7-90", "text/html", "/tep-nguon/0123456789abcdef#o7"),
        ("/id/doc/0123456789abcdef/c/12-40", "*/*", "/api/v1/documents/0123456789abcdef"),
        ("/id/doc/0123456789abcdef/self", "text/html", "/van-ban/doc/0123456789abcdef/self"),
    ],
)
def test_documents_and_mentions_have_their_places(
    client: TestClient, iri: str, accept: str, place: str
) -> None:
    answer = client.get(iri, headers={"accept": accept})

    assert (answer.status_code, answer.headers["location"]) == (303, place)


def test_the_description_names_every_operation_with_an_example_and_asks_nobody(client: TestClient) -> None:
    schema = client.get("/openapi.json").json()
    operations = [operation for path in schema["paths"].values() for operation in path.values()]
    page = client.get("/api").text

    assert all(operation["summary"] and operation["x-curl"] for operation in operations)
    assert 'src="http' not in page
    assert all(path in page for path in schema["paths"])


@pytest.mark.parametrize("address", ["/docs", "/redoc"])
def test_the_pages_that_would_load_scripts_from_elsewhere_are_off(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/static/../language.py",
        "/static/%2e%2e/language.py",
        "/static/..%2flanguage.py",
        "/static//etc/passwd",
    ],
)
def test_static_files_stay_in_their_folder(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_json_keeps_vietnamese(client: TestClient) -> None:
    raw = client.get("/api/v1/implementations", params={"instrument": DECISION}).content

    assert "Ủy ban nhân dân tỉnh Lạng Sơn" in raw.decode("utf-8")
    assert json.loads(raw)


NARROWED = [
    ({"type": "Kế hoạch"}, 200),
    ({"province": "Lạng Sơn"}, 200),
    ({"year": "2024"}, 200),
    ({"status": "unknown", "on": "2025-12-31"}, 200),
    ({"status": "unknown"}, 400),
    ({"status": "gone", "on": "2025-12-31"}, 422),
    ({"status": "unknown", "on": "yesterday"}, 422),
]


@pytest.mark.parametrize(("narrowing", "status"), NARROWED)
@pytest.mark.parametrize(
    "address",
    ["/api/v1/instruments", "/api/v1/facets", "/api/v1/search?q=ubnd", "/api/v1/exports/instruments"],
)
def test_lists_are_narrowed_alike_everywhere(
    client: TestClient, address: str, narrowing: dict[str, str], status: int
) -> None:
    asked = str(httpx.URL(address).copy_merge_params({**narrowing, "format": "csv"}))
    assert client.get(asked).status_code == status


def test_the_facets_of_a_list_count_what_it_holds(client: TestClient) -> None:
    facets = client.get("/api/v1/facets", params={"on": "2025-12-31"}).json()
    for name in ("types", "issuers", "provinces", "years", "statuses"):
        parameter = "status" if name == "statuses" else name.removesuffix("s")
        assert facets[name]
        for value, count in facets[name]:
            listed = client.get("/api/v1/instruments", params={parameter: value, "on": "2025-12-31"}).json()
            assert (value, listed["total"]) == (value, count)

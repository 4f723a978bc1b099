"""The questions as data: coverage, gaps, impact, comparison, timeline, paths, rankings, checks, exports."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from kg.export.formats import EXPORT_FORMS
from tests.api.conftest import DECISION, DECISION_ID

LANG_SON = "ubnd-tinh-lang-son/ke-hoach/2024/38-kh-ubnd"
DONG_NAI = "ubnd-tinh-dong-nai/ke-hoach/2024/38-kh-ubnd"


def ask(client: TestClient, address: str, **params: object) -> dict:  # type: ignore[type-arg]
    answer = client.get(f"/api/v1/{address}", params=params)  # type: ignore[arg-type]
    assert answer.status_code == 200, answer.text
    return answer.json()  # type: ignore[no-any-return]


def test_coverage_has_a_row_a_province_and_a_state_a_cell(client: TestClient) -> None:
    answer = ask(client, "coverage", instrument=[DECISION, "957-NQ/TW"])
    states = {
        row["slug"]: [cell["state"] for cell in cells]
        for row, cells in zip(answer["provinces"], answer["cells"], strict=True)
    }

    assert len(states) == 34
    assert states["lang-son"][0] == "implements"
    assert len(ask(client, "coverage", instrument=DECISION, era="63")["provinces"]) == 63


def test_gaps_are_the_provinces_that_coverage_does_not_show(client: TestClient) -> None:
    covered = ask(client, "coverage", instrument=DECISION)
    gaps = ask(client, "gaps", instrument=DECISION)

    assert len(gaps) == 34 - covered["totals"][0]
    assert "lang-son" not in {gap["province"]["slug"] for gap in gaps}


def test_a_cell_of_coverage_has_its_evidence(client: TestClient) -> None:
    edges = ask(client, "coverage/lang-son", instrument=DECISION)

    assert LANG_SON in {edge["source"]["id"] for edge in edges}
    assert all(edge["evidence"] for edge in edges)


def test_a_school_year_is_a_period(client: TestClient) -> None:
    in_year = ask(client, "coverage", instrument=DECISION, school_year="2023-2024")
    before = ask(client, "coverage", instrument=DECISION, school_year="2010-2011")

    assert in_year["totals"][0] > before["totals"][0] == 0
    assert client.get("/api/v1/coverage?instrument=x&school_year=2023").status_code == 422


def test_impact_reaches_further_than_its_edges(client: TestClient) -> None:
    answer = ask(client, "impact", instrument="957-NQ/TW")

    assert {1, 2} <= {item["depth"] for item in answer["reached"]}
    assert answer["total"] >= len(answer["edges"])


def test_two_plans_compared(client: TestClient) -> None:
    answer = ask(client, "comparison", first=LANG_SON, second=DONG_NAI)

    assert DECISION in {shared["instrument"]["number"] for shared in answer["both"]}


def test_a_timeline_is_in_the_order_of_days(client: TestClient) -> None:
    days = [event["date"] for event in ask(client, "timeline", instrument=DECISION)["events"]]

    assert days
    assert days == sorted(days)


def test_a_path_leads_from_a_plan_to_the_resolution(client: TestClient) -> None:
    answer = ask(client, "paths", source=LANG_SON, target="957-NQ/TW", relation="implements")

    assert answer["found"]
    assert [edge["target"]["number"] for edge in answer["edges"]] == [DECISION, "957-NQ/TW"]


def test_what_two_plans_rest_on_together(client: TestClient) -> None:
    answer = ask(client, "ancestors", instrument=[LANG_SON, DONG_NAI])

    assert DECISION in {found["instrument"]["number"] for found in answer["results"]}


def test_the_samples_go_in_no_circle(client: TestClient) -> None:
    assert client.get("/api/v1/loops").json() == []


def test_the_most_cited_come_first(client: TestClient) -> None:
    scores = [item["score"] for item in ask(client, "ranking", limit=5)["items"]]

    assert len(scores) == 5
    assert scores == sorted(scores, reverse=True)


def test_facets_count_types_bodies_and_years(client: TestClient) -> None:
    answer = ask(client, "facets")

    assert "Kế hoạch" in dict(answer["types"])
    assert "2024" in dict(answer["years"])
    assert any("Lạng Sơn" in issuer for issuer, _ in answer["issuers"])


def test_problems_are_listed_and_filtered(client: TestClient) -> None:
    everything = ask(client, "problems")
    for severity in ("error", "warning", "info"):
        answer = ask(client, "problems", severity=severity)
        assert {item["severity"] for item in answer["items"]} <= {severity}

    assert everything["total"] == len(everything["items"])


def test_effect_on_a_day_is_said_or_unknown(client: TestClient) -> None:
    answer = ask(client, f"effect/{DECISION_ID}", on="2024-12-31")

    assert answer["on"] == "2024-12-31"
    assert answer["status"] in {"in_force", "not_yet", "ended", "partly_ended", "suspended", "unknown"}


def test_a_resolution_explains_itself(client: TestClient) -> None:
    answer = ask(client, f"explanations/{DECISION_ID}")

    assert answer["mentions"]


@pytest.mark.parametrize("form", EXPORT_FORMS)
def test_an_answer_comes_as_a_file(client: TestClient, form: str) -> None:
    answer = client.get("/api/v1/exports/citations", params={"instrument": LANG_SON, "format": form})

    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(EXPORT_FORMS[form].media_type)
    assert f".{EXPORT_FORMS[form].extension}" in answer.headers["content-disposition"]


def test_pages_of_a_list_are_linked(client: TestClient) -> None:
    first = client.get("/api/v1/instruments?limit=2&type=Kế hoạch")
    rels = {
        part.split('rel="')[1].rstrip('"'): part.split(">")[0][1:]
        for part in first.headers["link"].split(", ")
    }
    second = client.get(f"/api/v1/instruments{rels['next']}")

    assert int(first.headers["x-total-count"]) == first.json()["total"]
    assert "prev" not in rels
    assert second.json()["offset"] == 2
    assert 'rel="prev"' in second.headers["link"]


# Freshness


@pytest.mark.parametrize(
    "address", ["/api/v1/statistics", f"/data/id/{DECISION_ID}.ttl", "/.well-known/void"]
)
def test_an_answer_that_is_still_true_is_not_sent_again(client: TestClient, address: str) -> None:
    first = client.get(address)
    again = client.get(address, headers={"if-none-match": first.headers["etag"]})
    other = client.get(address, headers={"if-none-match": '"x"'})

    assert first.headers["last-modified"].endswith("GMT")
    assert (again.status_code, again.content, other.status_code) == (304, b"", 200)
    assert again.headers["etag"] == first.headers["etag"]


def test_a_tag_belongs_to_one_form_of_an_answer(client: TestClient) -> None:
    tags = {
        client.get("/.well-known/void", headers={"accept": kind}).headers["etag"]
        for kind in ("text/turtle", "application/rdf+xml")
    }

    assert len(tags) == 2


def test_errors_and_jobs_bear_no_tag(client: TestClient) -> None:
    assert "etag" not in client.get("/api/v1/instruments/x/y").headers
    assert "etag" not in client.get("/api/v1/jobs/0123456789abcdef").headers


@pytest.mark.parametrize("address", ["/", "/api/v1/statistics", "/sparql", f"/id/{DECISION_ID}", "/nothing"])
def test_head_is_get_without_the_body(client: TestClient, address: str) -> None:
    head, get = client.head(address), client.get(address)

    assert (head.status_code, head.content) == (get.status_code, b"")
    assert head.headers["content-type" if get.status_code != 303 else "location"]

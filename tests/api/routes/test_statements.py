"""The record of an instrument says by how many each value is stated, and leads to all who state it."""

from __future__ import annotations

from fastapi.testclient import TestClient

from tests.api.conftest import DECISION, DECISION_ID

STATEMENTS = f"/api/v1/statements/{DECISION_ID}"


def test_statements_are_paged_with_links(client: TestClient) -> None:
    everything = client.get(STATEMENTS, params={"limit": 1000}).json()
    second = client.get(STATEMENTS, params={"limit": 2, "offset": 2})

    assert everything["total"] == len(everything["rows"])
    assert second.json()["rows"] == everything["rows"][2:4]
    assert second.headers["X-Total-Count"] == str(everything["total"])
    assert 'rel="next"' in second.headers["Link"]


def test_a_record_that_is_cut_leads_to_all_statements(client: TestClient) -> None:
    record = client.get(f"/api/v1/instruments/{DECISION_ID}", params={"limit": 1})
    address = record.headers["Link"].split(">")[0].removeprefix("<")
    rows = client.get(address, params={"limit": 1000}).json()["rows"]

    for stated in record.json()["statements"]:
        said = [row["document"] for row in rows if row["property"] == stated["property"]]
        assert len(stated["documents"]) == 1
        assert set(stated["documents"]) <= set(said)
    assert sum(stated["total"] for stated in record.json()["statements"]) == len(rows)


def test_a_whole_record_leads_nowhere(client: TestClient) -> None:
    record = client.get(f"/api/v1/instruments/{DECISION_ID}", params={"limit": 1000})

    assert "Link" not in record.headers
    assert all(stated["total"] == len(stated["documents"]) for stated in record.json()["statements"])


def test_statements_of_what_is_not_there_are_not_found(client: TestClient) -> None:
    assert client.get("/api/v1/statements/khong/co").status_code == 404
    assert client.get("/api/v1/statements/" + DECISION.replace("/", "%2F")).status_code == 200

"""What corpora say of an instrument: on its page, in an answer of its own, on the terminal; always marked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.exits import Exit
from api.settings import Settings
from tests.api.conftest import Run
from tests.kg.given_corpus import CORPUS, load

pytest.importorskip("pyarrow", reason="the extra `corpora` is not installed")

PLAN = "ubnd-tinh-lang-son/ke-hoach/2024/0{}-kh-ubnd"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kho")
    load(folder, folder / "store")
    return folder / "store"


@pytest.fixture(scope="module")
def client(store: Path) -> TestClient:
    return TestClient(create_app(Settings(store=store)))


def test_the_page_shows_it_in_a_section_of_its_own(client: TestClient) -> None:
    page = client.get(f"/id/{PLAN.format(2)}", headers={"Accept": "text/html"}).text
    section = page.partition('<section class="given"')[2].partition("</section>")[0]
    for said in ("Theo bộ dữ liệu", CORPUS, "13/03/2024", "“Văn bản bị thay thế”", "1/KH-UBND"):
        assert said in section


def test_the_page_is_silent_where_no_corpus_speaks(client: TestClient) -> None:
    answer = client.get(f"/id/{PLAN.format(3)}", headers={"Accept": "text/html"})
    assert answer.status_code == 200
    assert "Theo bộ dữ liệu" not in answer.text


def test_the_api_answers_apart_from_the_instrument(client: TestClient) -> None:
    found = client.get(f"/api/v1/given/{PLAN.format(1)}", params={"limit": 1}).json()
    assert (found["instrument"]["number"], found["total"], len(found["relations"])) == ("1/KH-UBND", 3, 1)
    assert {fact["corpus"] for fact in found["facts"]} == {CORPUS}
    assert "given" not in client.get(f"/api/v1/instruments/{PLAN.format(1)}").text


def test_the_command_names_the_corpus_with_each_fact(run: Run, store: Path) -> None:
    told = run("given", "2/KH-UBND", "--store", store)
    assert told.code == Exit.OK
    for said in ("2024-03-13", CORPUS, "Nhãn lạ"):
        assert said in told.out
    found = json.loads(run("given", "2/KH-UBND", "--store", store, "--format", "json").out)
    assert [fact["field"] for fact in found["facts"]] == ["id", "number", "date"]
    assert "3/KH-UBND" in run("given", "3/KH-UBND", "--store", store).out
    assert run("given", "99/KH-UBND", "--store", store).code == Exit.NOT_FOUND

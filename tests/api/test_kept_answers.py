"""Answers are kept within their room, for one state of the dataset, and given as they were made."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from api import datasets
from api.app import create_app
from api.kept_answers import KeptAnswer, KeptAnswers
from api.settings import Settings
from kg.ingest import ingest
from tests.api.conftest import DECISION, SAMPLES

ROOM = 20_000


def answer(length: int = 100) -> KeptAnswer:
    return KeptAnswer(None, ((b"etag", b"x"),), b"x" * length)


def test_an_answer_is_found_by_all_it_depends_on() -> None:
    kept = KeptAnswers(ROOM)
    kept.keep(1, (b"/a", b"q=1"), answer())

    assert kept.find(1, (b"/a", b"q=1")) == answer()
    assert kept.find(1, (b"/a", b"q=2")) is None


def test_another_state_knows_nothing_of_the_one_before() -> None:
    kept = KeptAnswers(ROOM)
    kept.keep(1, (b"/a",), answer())
    kept.keep(2, (b"/b",), answer())

    assert kept.find(2, (b"/a",)) is None
    assert kept.find(1, (b"/b",)) is None
    assert kept.find(2, (b"/b",)) == answer()


def test_the_one_longest_not_asked_for_goes_first() -> None:
    kept = KeptAnswers(ROOM)
    kept.keep(1, (b"first",), answer())
    kept.keep(1, (b"second",), answer())
    for number in range(100):
        assert kept.find(1, (b"first",))
        kept.keep(1, (b"%d" % number,), answer())

    assert kept.find(1, (b"second",)) is None
    assert kept.find(1, (b"99",))


@pytest.mark.parametrize("room", [0, 1_000])
def test_what_needs_too_much_room_is_not_kept(room: int) -> None:
    kept = KeptAnswers(room)
    kept.keep(1, (b"/a",), answer(ROOM))

    assert kept.find(1, (b"/a",)) is None


LOOK_UPS = (
    "/api/v1/statistics",
    f"/api/v1/search?q={DECISION}",
    f"/api/v1/implementations?instrument={DECISION}",
    "/.well-known/void",
)


def told(answer: Response) -> dict[str, str]:
    """The headers, without the one that is of each request alone."""
    return {name: value for name, value in answer.headers.items() if name != "x-request-id"}


@pytest.mark.parametrize("address", LOOK_UPS)
def test_the_second_answer_is_the_first(store: Path, address: str) -> None:
    with TestClient(create_app(Settings(store=store))) as client:
        first, second = client.get(address), client.get(address)
        head = client.head(address)
        metrics = client.get("/metrics").text

    assert first.status_code == second.status_code == head.status_code == 200
    assert second.content == first.content
    assert head.content == b""
    assert told(second) == told(first)
    assert 'route="other"' not in metrics


def test_who_asks_for_another_form_gets_another_answer(client: TestClient) -> None:
    kinds = ("text/turtle", "application/n-triples", "text/turtle")

    answers = [client.get("/.well-known/void", headers={"accept": kind}) for kind in kinds]

    assert [answer.headers["content-type"].partition(";")[0] for answer in answers] == list(kinds)


def test_a_new_state_is_answered_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datasets, "_LOOK_EVERY", 0.0)
    ingest([SAMPLES / "07-lang-son-38-kh-ubnd.txt"], tmp_path / "kho")
    with TestClient(create_app(Settings(store=tmp_path / "kho"))) as client:
        before = [client.get("/api/v1/statistics").json()["documents"] for _ in range(2)]
        ingest([SAMPLES / "08-dong-nai-38-kh-ubnd.txt"], tmp_path / "kho")
        after = client.get("/api/v1/statistics").json()["documents"]

    assert (before, after) == ([1, 1], 2)

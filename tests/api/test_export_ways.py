"""Every question in every format, from the command line and over HTTP: the same answer both ways."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from kg.export.formats import EXPORT_FORMS
from kg.export.questions import QUESTIONS
from tests.api.conftest import DECISION, Run

PLAN, OTHER_PLAN = "38/KH-UBND@lang-son@2024", "38/KH-UBND@dong-nai@2024"
QUERY = "SELECT ?i ?n { ?i eli:id_local ?n } ORDER BY ?i ?n"
ASKED: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
    "instruments": ((), {"province": "Lạng Sơn"}),
    "search": ((), {"words": "ke hoach", "type": "Kế hoạch"}),
    "citations": ((PLAN,), {}),
    "chain": ((DECISION,), {"direction": "down"}),
    "comparison": ((PLAN, OTHER_PLAN), {}),
    "problems": ((), {"severity": "error"}),
    "sparql": ((), {"query": QUERY}),
}


def asked(question: str) -> tuple[tuple[str, ...], dict[str, str]]:
    return ASKED.get(question, ((DECISION,), {}))


def over_http(client: TestClient, question: str, form: str) -> bytes:
    instruments, said = asked(question)
    names = {"words": "q"}
    params = {names.get(name, name): value for name, value in said.items()} | {"format": form}
    answer = client.get(f"/api/v1/exports/{question}", params={**params, "instrument": list(instruments)})
    assert answer.status_code == 200, answer.text
    return answer.content


def by_command(run: Run, store: Path, path: Path, question: str, form: str) -> bytes:
    instruments, said = asked(question)
    options = [part for name, value in said.items() for part in (f"--{name}", value)]
    outcome = run("export", question, *instruments, *options, "--format", form, "-o", path, "--store", store)
    assert outcome.code == 0, outcome.err
    return path.read_bytes()


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_goes_into_every_format_both_ways(
    client: TestClient, run: Run, store: Path, tmp_path: Path, question: str
) -> None:
    for form in EXPORT_FORMS:
        assert over_http(client, question, form)
        assert by_command(run, store, tmp_path / "tep", question, form)


@pytest.mark.parametrize("question", QUESTIONS)
def test_both_ways_say_the_same(
    client: TestClient, run: Run, store: Path, tmp_path: Path, question: str
) -> None:
    files = over_http(client, question, "csv"), by_command(run, store, tmp_path / "tep", question, "csv")
    http, command = (list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))) for data in files)

    assert len(http) > 3
    assert http[: http.index([])] == command[: command.index([])]

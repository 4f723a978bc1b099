"""What tests of the command and the server share: the bundled samples, loaded by the real pipeline."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.cli import main
from api.settings import Settings
from kg.ingest import ingest

SAMPLES = Path(__file__).parents[2] / "api" / "samples"
DECISION = "9120/QĐ-TTg"
DECISION_ID = "thu-tuong-chinh-phu/quyet-dinh/2024/9120-qd-ttg"


@dataclass(frozen=True)
class Outcome:
    """What a run of the command left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("DANCHIEU_")]:
        monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a dataset with the bundled samples."""
    folder = tmp_path_factory.mktemp("demo") / "kg-data"
    report = ingest(sorted(SAMPLES.glob("*.txt")), folder)
    assert not report.skipped
    return folder


@pytest.fixture(scope="session")
def client(store: Path) -> Iterator[TestClient]:
    """The server over the samples."""
    with TestClient(create_app(Settings(store=store)), follow_redirects=False) as made:
        yield made


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command as the console script does."""

    def run_command(*arguments: object) -> Outcome:
        with pytest.raises(SystemExit) as stopped:
            main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        code = stopped.value.code
        assert isinstance(code, int)
        return Outcome(code, out, err)

    return run_command

"""The command: its help, its language, what it says of a use that is wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from api.cli import COMMANDS
from api.exits import Exit
from tests.api.conftest import DECISION, SAMPLES, Run

# Help


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(("lang", "heading"), [("vi", "Ví dụ:"), ("en", "Example:")])
def test_every_command_explains_itself_with_an_example(
    run: Run, command: str, lang: str, heading: str
) -> None:
    for arguments in ([command, "--help", "--lang", lang], [command, "--lang", lang, "--help"]):
        outcome = run(*arguments)

        assert outcome.code == Exit.OK
        assert heading in outcome.out
        assert f"danchieu {command}" in outcome.out


def test_help_lists_every_command_in_vietnamese_by_default(run: Run) -> None:
    outcome = run("--help")

    assert "Đọc văn bản hành chính" in outcome.out
    assert all(f"\n  {command} " in outcome.out for command in COMMANDS)


def test_the_language_can_come_from_the_environment(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DANCHIEU_LANG", "en")

    assert "Usage: danchieu" in run("--help").out


def test_help_imports_nothing_heavy() -> None:
    heavy = [
        "fastapi",
        "pyoxigraph",
        "rdflib",
        "networkx",
        "spacy",
        "numpy",
        "pydantic",
        "rich",
        "pyvis",
        "jinja2",
    ]
    code = (
        "import sys\nfrom api.cli import main\n"
        "try:\n    main(['ingest', '--help'])\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {heavy} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8")

    assert done.stderr.strip() == "[]"


def test_vietnamese_comes_out_on_a_console_of_another_encoding() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "api.cli", "--help"],
        capture_output=True,
        env={"PYTHONIOENCODING": "cp1252", "PATH": "", "SYSTEMROOT": "C:\\Windows"},
        cwd=SAMPLES.parents[1],
    )

    assert done.returncode == Exit.OK
    assert "Nạp văn bản vào kho." in done.stdout.decode("utf-8")


# Usage errors


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["implements"], "Thiếu VĂN-BẢN."),
        (["nope"], "Không có lệnh “nope”."),
        (["chain", "1/QĐ", "--sideways"], "Không có tùy chọn --sideways."),
        (["chain", "1/QĐ", "--direction", "left"], "hãy chọn một trong: up, down"),
        (["chain", "1/QĐ", "--depth", "0"], "--depth"),
        (["implements", "1/QĐ", "2/QĐ"], "Thừa tham số."),
        (["ingest", "khong-co-thu-muc-nay"], "không có tệp hoặc thư mục này"),
    ],
)
def test_a_usage_error_says_what_is_wrong_and_where_help_is(
    run: Run, arguments: list[str], said: str
) -> None:
    outcome = run(*arguments)

    assert outcome.code == Exit.USAGE
    assert said in outcome.err
    assert "--help" in outcome.err
    assert outcome.out == ""


@pytest.mark.parametrize("command", ["implements", "chain"])
def test_a_store_that_is_not_there_is_a_usage_error_with_advice(
    run: Run, tmp_path: Path, command: str
) -> None:
    outcome = run(command, DECISION, "--store", tmp_path / "none")

    assert outcome.code == Exit.USAGE
    assert "danchieu ingest" in outcome.err

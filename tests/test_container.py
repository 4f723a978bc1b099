"""The Dockerfile and the compose file fit the project they pack: read here, built where an engine is."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from api.cli import main
from api.settings import Settings

ROOT = Path(__file__).parents[1]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
COMPOSE = (ROOT / "compose.yaml").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

LINES = re.sub(r"\\\n", " ", "\n".join(line for line in DOCKERFILE.splitlines() if not line.startswith("#")))
STEPS = [tuple(re.split(r"\s+", line.strip(), maxsplit=1)) for line in LINES.splitlines() if line.strip()]


def said(instruction: str) -> list[str]:
    return [rest for name, rest in STEPS if name == instruction]


def test_every_stage_has_a_python_that_the_project_takes() -> None:
    least = tuple(map(int, re.findall(r"\d+", PROJECT["requires-python"])))
    versions = {tuple(map(int, re.findall(r"python:(\d+)\.(\d+)", stage)[0])) for stage in said("FROM")}
    classified = {tuple(map(int, one.rsplit(" ", 1)[1].split("."))) for one in PROJECT["classifiers"]
                  if re.fullmatch(r"Programming Language :: Python :: \d+\.\d+", one)}  # fmt: skip

    assert len(versions) == 1, "what was installed for one Python does not run with another"
    assert all(version >= least for version in versions)
    assert not classified or versions <= classified


def test_what_is_copied_is_there() -> None:
    sources = [copied.split()[:-1] for copied in said("COPY") if not copied.startswith("--from")]
    named = [ROOT / source for group in sources for source in group]
    used = re.findall(r"-c (\S+)", LINES)

    assert named
    assert all(path.exists() for path in (*named, *(ROOT / name for name in used)))
    stages = {words[-1] for stage in said("FROM") if " AS " in stage and (words := stage.split())}
    assert set(re.findall(r"--from=(\S+)", LINES)) <= stages


def test_the_extras_it_installs_are_those_of_the_project() -> None:
    wanted = {extra for group in re.findall(r"'\.\[([\w,-]+)\]'", LINES) for extra in group.split(",")}

    assert wanted
    assert wanted <= PROJECT["optional-dependencies"].keys()


def test_what_runs_is_a_command_of_the_project_at_the_port_that_is_published(
    capsys: pytest.CaptureFixture[str],
) -> None:
    program, command, *options = json.loads(said("CMD")[-1])
    with pytest.raises(SystemExit) as stopped:
        main([command, "--help"])

    assert program in PROJECT["scripts"]
    assert stopped.value.code == 0
    known = capsys.readouterr().out
    assert all(option in known for option in options if option.startswith("--"))
    port = options[options.index("--port") + 1]
    assert said("EXPOSE") == [port]
    assert f"127.0.0.1:{port}:{port}" in COMPOSE
    assert f":{port}/readyz" in LINES


def test_it_runs_without_privileges() -> None:
    names = [name for name, _ in STEPS]
    last_user = said("USER")[-1]

    assert last_user not in ("root", "0")
    assert f"useradd --create-home --uid 10001 {last_user}" in LINES
    assert names.index("USER") < names.index("CMD")
    for safeguard in ("read_only: true", "cap_drop: [ALL]", "no-new-privileges:true"):
        assert safeguard in COMPOSE


def test_the_settings_it_gives_are_settings_of_the_server() -> None:
    known = {f"DANCHIEU_{name.upper()}" for name in Settings.model_fields} | {"DANCHIEU_WORKERS"}
    given = set(re.findall(r"\b(DANCHIEU_[A-Z_]+)\b", DOCKERFILE + COMPOSE))

    assert given
    assert given <= known


def test_nothing_secret_or_made_is_copied() -> None:
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()

    assert {".git", ".env"} <= {name.strip("/").removeprefix("**/") for name in ignored}

"""What the guides tell people to type the programs understand, and recipes for clusters hold together."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from api.cli import danchieu

DOCS = Path(__file__).parents[2] / "docs"
GUIDES = ("loading.md", "cluster.md", "tasks.md", "stores.md", "resolution.md")
_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def blocks(name: str, language: str) -> list[str]:
    text = (DOCS / name).read_text(encoding="utf-8")
    return [block for kind, block in _BLOCK.findall(text) if kind == language]


def typed() -> Iterator[tuple[str, str]]:
    """Each line with our command in the blocks of the guides, joined where it goes on in the next."""
    for name in GUIDES:
        for language in ("", "bash", "sh"):
            for block in blocks(name, language):
                for line in block.replace("\\\n", " ").splitlines():
                    if line.startswith("danchieu "):
                        yield name, line.partition(" #")[0]


def understood(command: click.Command, arguments: list[str]) -> None:
    """Parse the arguments and nothing more. Raises click.UsageError."""
    context = click.Context(command)
    values, _, _ = command.make_parser(context).parse_args(list(arguments))
    for parameter in command.params:
        value = values.get(parameter.name or "")
        if isinstance(parameter.type, click.Choice) and isinstance(value, str):
            parameter.type.convert(value, parameter, context)


def ours(arguments: list[str]) -> None:
    name, *rest = arguments
    command = danchieu.get_command(click.Context(danchieu), name)
    assert command is not None, name
    understood(command, rest)


@pytest.mark.parametrize(("guide", "line"), list(typed()))
def test_every_command_of_a_guide_is_understood(guide: str, line: str) -> None:
    ours(shlex.split(line)[1:])


@pytest.mark.parametrize("wrong", ["ingest a --no-such-option", "ingest a --engine spark"])
def test_a_wrong_command_would_be_told(wrong: str) -> None:
    with pytest.raises(click.UsageError):
        ours(wrong.split())


def dasks(role: str, arguments: list[str]) -> None:
    module = pytest.importorskip(
        f"distributed.cli.dask_{role}", reason="the extra `cluster` is not installed"
    )
    understood(module.main, arguments)


@pytest.fixture
def manifests() -> dict[str, Any]:
    yaml = pytest.importorskip("yaml", reason="the extra `cluster` is not installed")
    (recipe,) = blocks("cluster.md", "yaml")
    return {f"{one['kind']} {one['metadata']['name']}": one for one in yaml.safe_load_all(recipe)}


def test_the_parts_of_the_kubernetes_recipe_fit_together(manifests: dict[str, Any]) -> None:
    versions = {"Deployment": "apps/v1", "Service": "v1", "Job": "batch/v1"}
    assert {name: one["apiVersion"] for name, one in manifests.items()} == {
        name: versions[name.split()[0]] for name in manifests
    }
    for name, one in manifests.items():
        if name.startswith("Deployment"):
            assert one["spec"]["selector"]["matchLabels"] == one["spec"]["template"]["metadata"]["labels"]
        if "template" in one["spec"]:
            pod = one["spec"]["template"]["spec"]
            (container,) = pod["containers"]
            mounted = {mount["name"] for mount in container.get("volumeMounts", ())}
            assert mounted == {volume["name"] for volume in pod.get("volumes", ())}
    service = manifests["Service dask-scheduler"]["spec"]
    scheduler = manifests["Deployment dask-scheduler"]["spec"]["template"]
    assert service["selector"] == scheduler["metadata"]["labels"]
    (container,) = scheduler["spec"]["containers"]
    assert service["ports"][0]["port"] == container["ports"][0]["containerPort"]


def test_the_commands_of_the_kubernetes_recipe_are_understood(manifests: dict[str, Any]) -> None:
    run = []
    for one in manifests.values():
        for container in one["spec"].get("template", {}).get("spec", {}).get("containers", ()):
            program, *arguments = container["command"]
            run.append(program)
            assert all(isinstance(argument, str) for argument in arguments)
            if program == "danchieu":
                ours(arguments)
            else:
                dasks(arguments[0], arguments[1:])
    assert sorted(run) == ["danchieu", "dask", "dask"]


def test_the_commands_of_the_slurm_recipe_are_understood() -> None:
    (recipe,) = blocks("cluster.md", "bash")
    started = re.findall(r"dask (scheduler|worker) (.*?) &$", recipe, re.MULTILINE)
    assert [role for role, _ in started] == ["scheduler", "worker"]
    for role, arguments in started:
        dasks(role, shlex.split(arguments))

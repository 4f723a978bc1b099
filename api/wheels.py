"""Wheels made again from what is installed, so that a closed network gets just what runs here."""

from __future__ import annotations

import base64
import hashlib
import os
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, PathDistribution, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from kg.errors import BadRequest

_LEFT_OUT = frozenset({"INSTALLER", "REQUESTED", "RECORD", "direct_url.json"})
"""What an installer writes beside the files of a wheel."""
_BUILD_SECONDS = 900
_LEVEL = 3
"""How hard wheels are compressed: they are read once."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """An installed distribution with the extras that it is wanted with."""

    name: str
    extras: frozenset[str]


def requirements(root: Distribution, extras: Iterable[str]) -> list[Distribution]:
    """All that a distribution needs to run, without itself. Raises BadRequest where something is missing."""
    itself = canonicalize_name(root.name)
    found: dict[str, Distribution] = {}
    seen: set[Wanted] = set()
    waiting = [*_needed(root, frozenset(extras))]
    while waiting:
        wanted = waiting.pop(0)
        if wanted in seen:
            continue
        seen.add(wanted)
        if canonicalize_name(wanted.name) == itself:
            waiting += _needed(root, wanted.extras)
            continue
        try:
            here = distribution(wanted.name)
        except PackageNotFoundError as error:
            raise BadRequest(what=wanted.name, reason="chưa được cài / not installed") from error
        found.setdefault(canonicalize_name(wanted.name), here)
        waiting += _needed(here, wanted.extras)
    return list(found.values())


def _needed(here: Distribution, extras: frozenset[str]) -> Iterator[Wanted]:
    for line in here.requires or ():
        needed = Requirement(line)
        environments: list[dict[str, str]] = [{"extra": extra} for extra in ("", *extras)]
        if needed.marker is None or any(map(needed.marker.evaluate, environments)):
            yield Wanted(needed.name, frozenset(needed.extras))


def built(tree: Path, folder: Path) -> Path:
    """The wheel of a source tree, built with the tools that are installed or else fetched."""
    before = set(folder.glob("*.whl"))
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder)]
    isolation = ["--no-build-isolation"] if _has("hatchling") else []
    done = subprocess.run(
        [*command, *isolation, str(tree)],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=_BUILD_SECONDS,
        check=False,
    )
    made = set(folder.glob("*.whl")) - before
    if done.returncode or len(made) != 1:
        raise BadRequest(what=tree, reason=done.stderr.strip()[-1000:])
    return made.pop()


def repacked(here: Distribution, folder: Path) -> Path:
    """The wheel that an installed distribution came from. Raises BadRequest where it was not a wheel."""
    info = next((str(file.parts[0]) for file in here.files or () if file.name == "WHEEL"), None)
    if info is None:
        raise BadRequest(what=here.name, reason="không cài từ wheel / not installed from a wheel")
    stem = info.removesuffix(".dist-info")
    path = folder / f"{stem}-{_tag(here.read_text('WHEEL') or '')}.whl"
    record: list[str] = []
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as wheel:
        for name, data in sorted(_contents(here, stem)):
            wheel.writestr(name, data)
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode("ascii")
            record.append(f"{_quoted(name)},sha256={digest},{len(data)}\n")
        record.append(f"{_quoted(f'{info}/RECORD')},,\n")
        wheel.writestr(f"{info}/RECORD", "".join(record))
    return path


def described(wheel: Path) -> Distribution:
    """The distribution in a wheel, with what it says of itself."""
    packed = zipfile.Path(wheel)
    (info,) = (member for member in packed.iterdir() if member.name.endswith(".dist-info"))
    return PathDistribution(info)


def _has(name: str) -> bool:
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True


def _contents(here: Distribution, stem: str) -> Iterator[tuple[str, bytes]]:
    """The wheel's files: those in the library folder under their names, others where wheels keep them."""
    made = {point.name for point in here.entry_points if point.group in {"console_scripts", "gui_scripts"}}
    scripts = Path(sysconfig.get_path("scripts")).resolve()
    for file in here.files or ():
        own = file.name in _LEFT_OUT and file.parts[0].endswith(".dist-info")
        if own or file.suffix == ".pyc" or "__pycache__" in file.parts:
            continue
        path = Path(str(file.locate()))
        if file.parts[0] != "..":
            yield file.as_posix(), path.read_bytes()
            continue
        place = Path(os.path.normpath(path)).resolve()
        if place.parent == scripts:
            if place.name.removesuffix(".exe").removesuffix("-script.py") not in made:
                yield f"{stem}.data/scripts/{place.name}", _without_interpreter(place.read_bytes())
        elif place.is_relative_to(Path(sys.prefix).resolve()):
            inside = place.relative_to(Path(sys.prefix).resolve()).as_posix()
            yield f"{stem}.data/data/{inside}", place.read_bytes()


def _without_interpreter(script: bytes) -> bytes:
    """A script as a wheel has it: the installer writes into its first line which Python runs it."""
    first, end, rest = script.partition(b"\n")
    return b"#!python" + end + rest if first.startswith(b"#!") and b"python" in first else script


def _tag(description: str) -> str:
    """The part of a wheel's name that says where it runs: all tags, folded as "py2.py3-none-any"."""
    tags = [line.partition(":")[2].strip() for line in description.splitlines() if line.startswith("Tag:")]
    parts = zip(*(tag.split("-", 2) for tag in tags), strict=True)
    return "-".join(".".join(dict.fromkeys(part)) for part in parts)


def _quoted(name: str) -> str:
    return f'"{name}"' if "," in name else name

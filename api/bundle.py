"""A folder from which the program is installed where there is no network."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution
from importlib.resources import files
from pathlib import Path

from api.wheels import built, described, repacked, requirements
from kg.errors import BadRequest

NAME = "danchieu"
_FOR_DEVELOPERS = frozenset({"test", "bench"})
_SCRIPTS = ("install.sh", "install.bat", "HUONG-DAN.txt")


@dataclass(frozen=True, slots=True)
class Bundle:
    """What was put together: the folder, its wheels, the extras they cover, bytes in all."""

    folder: Path
    wheels: int
    extras: tuple[str, ...]
    bytes: int


def make_bundle(folder: Path, extras: Sequence[str] | None = None) -> Bundle:
    """Write wheels of the program and of all it needs, and how to install them, into a new folder.

    The wheels are made again from what is installed here, so they fit machines with this system and this
    version of Python, and no network is needed. `extras` None takes all whose libraries are installed.
    Raises BadRequest.
    """
    if folder.exists() and any(folder.iterdir()):
        raise BadRequest(what=folder, reason="thư mục không trống / the folder is not empty")
    wheels = folder / "wheels"
    wheels.mkdir(parents=True, exist_ok=True)
    tree = _source_tree()
    own = built(tree, wheels) if tree else repacked(distribution(NAME), wheels)
    itself = described(own)
    chosen = tuple(sorted(_installed_extras(itself) if extras is None else extras))
    made = [own, *(repacked(one, wheels) for one in requirements(itself, chosen))]
    sums = "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in sorted(made))
    (wheels / "SHA256SUMS").write_text(sums, encoding="utf-8", newline="\n")
    wanted = f"{NAME}[{','.join(chosen)}]" if chosen else NAME
    for name in _SCRIPTS:
        text = (files("api") / "bundled" / name).read_text(encoding="utf-8")
        ending = "\r\n" if name.endswith(".bat") else "\n"
        (folder / name).write_text(
            text.replace("@WANTED@", f"{wanted}=={itself.version}"), encoding="utf-8", newline=ending
        )
    return Bundle(folder, len(made), chosen, sum(path.stat().st_size for path in made))


def _installed_extras(itself: Distribution) -> list[str]:
    """The extras for users whose libraries are all installed."""
    offered = itself.metadata.get_all("Provides-Extra") or []
    return [extra for extra in offered if extra not in _FOR_DEVELOPERS and _is_installed(itself, extra)]


def _is_installed(itself: Distribution, extra: str) -> bool:
    try:
        requirements(itself, [extra])
    except BadRequest:
        return False
    return True


def _source_tree() -> Path | None:
    """The tree that this program runs from, None where it was installed from a wheel."""
    tree = Path(__file__).parents[1]
    return tree if (tree / "pyproject.toml").is_file() else None

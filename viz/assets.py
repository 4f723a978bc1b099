"""What Vite built for the pages: which script and styles an island needs. Without a build pages go without.

The built files lie in `viz/static/dist` (see `viz/frontend/hatch_build.py`); an editable install has them
after `npm ci && npm run build` in `viz/frontend`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

_FOLDER = "/static/dist/"
EVERYWHERE = "site"
"""The island that runs on every page: fonts, type-ahead, shortcuts."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """The addresses of the scripts and styles that a page links."""

    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()


@cache
def bundle(island: str | None = None) -> Bundle:
    """What a page with this island links, what every page has first. Empty where nothing was built."""
    manifest = _manifest()
    names = [name for name in (EVERYWHERE, island) if name and f"src/{name}.ts" in manifest]
    entries = [manifest[f"src/{name}.ts"] for name in names]
    styles = [style for name in names for style in _styles(f"src/{name}.ts", manifest, set())]
    return Bundle(
        tuple(_FOLDER + entry["file"] for entry in entries),
        tuple(_FOLDER + style for style in dict.fromkeys(styles)),
    )


def _styles(key: str, manifest: dict[str, Any], seen: set[str]) -> list[str]:
    """The styles of a chunk and of the chunks that it imports, those first."""
    if key in seen:
        return []
    seen.add(key)
    imported = [s for other in manifest[key].get("imports", ()) for s in _styles(other, manifest, seen)]
    return [*imported, *manifest[key].get("css", ())]


@cache
def _manifest() -> dict[str, Any]:
    path = resources.files("viz") / "static" / "dist" / "manifest.json"
    if not path.is_file():
        return {}
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found

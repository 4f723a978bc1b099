"""Writes what is made from the tables and queries: `python -m ontology.publish`.

`concepts.ttl` and `queries.ttl` beside this module; the documentation pages only from a source tree.
"""

from __future__ import annotations

from pathlib import Path

from ontology.documentation import pages
from ontology.files import concepts_path, query_catalogue_path
from ontology.turtle import concepts_turtle, query_catalogue_turtle

DOCUMENTATION = Path(__file__).parent.parent / "docs" / "ontology"


def artefacts() -> dict[Path, str]:
    """Every file that is made, with its text."""
    made = {concepts_path(): concepts_turtle(), query_catalogue_path(): query_catalogue_turtle()}
    if not DOCUMENTATION.parent.is_dir():
        return made
    return made | {DOCUMENTATION / name: text for name, text in pages().items()}


def main() -> None:
    """Write every artefact, creating the folder of the documentation where it is missing."""
    for path, text in artefacts().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

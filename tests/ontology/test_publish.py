"""What is made from the tables and queries is up to date."""

from pathlib import Path

import pytest

from ontology.publish import artefacts


@pytest.mark.parametrize("path", list(artefacts()), ids=lambda path: path.name)
def test_an_artefact_is_current(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == artefacts()[path], "run `python -m ontology.publish`"

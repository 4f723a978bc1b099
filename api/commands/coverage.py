"""`danchieu coverage`: which provinces implement which instruments, in three states."""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

from api.province_commands import Scope, province_command


@province_command("coverage")
def command(
    instruments: tuple[str, ...], store: Path, form: str, lang: str | None, **scope: Unpack[Scope]
) -> None:
    """Ask `kg.questions.coverage.coverage` and show its answer."""
    from api.tables import show
    from kg.dataset import Dataset
    from kg.export.tables import coverage_table
    from kg.questions.coverage import coverage

    with Dataset.open(store) as dataset:
        found = coverage(dataset, instruments, **scope)
    show(found, form, coverage_table(found))

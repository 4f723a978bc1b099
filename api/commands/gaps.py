"""`danchieu gaps`: provinces from which no implementing document is known."""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

from api.province_commands import Scope, province_command


@province_command("gaps")
def command(
    instruments: tuple[str, ...], store: Path, form: str, lang: str | None, **scope: Unpack[Scope]
) -> None:
    """Ask `kg.questions.coverage.gaps` and show its answer."""
    from api.tables import show
    from kg.dataset import Dataset
    from kg.export.tables import gaps_table
    from kg.questions.coverage import gaps

    with Dataset.open(store) as dataset:
        found = gaps(dataset, instruments, **scope)
    show(found, form, gaps_table(found))

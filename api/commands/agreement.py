"""`danchieu agreement`: where a corpus and what was read differ, or how far two annotators agree."""

from __future__ import annotations

from pathlib import Path

import click

from api.failures import KgCommand
from api.options import format_option, language_option, store_option
from api.speech import speech


@click.command("agreement", cls=KgCommand)
@click.argument("first", required=False, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("second", required=False, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--limit", type=click.IntRange(min=0), default=100)
@store_option
@format_option("table", "json")
@language_option
def command(
    first: Path | None, second: Path | None, limit: int, store: Path, form: str, lang: str | None
) -> None:
    """Ask `kg.questions.agreement`, or score one annotation against the other; F1 is the agreement."""
    if first is None:
        _with_corpora(store, limit, form)
    elif second is None:
        raise click.UsageError(speech()("cli.agreement.both"))
    else:
        _of_annotations(first, second, form)


def _with_corpora(store: Path, limit: int, form: str) -> None:
    from dataclasses import asdict

    from api.agreement import print_agreement
    from api.terminal import print_json
    from kg.dataset import Dataset
    from kg.questions.agreement import agreement

    with Dataset.open(store) as dataset:
        found = agreement(dataset, limit=limit)
    if form == "json":
        print_json(asdict(found))
    else:
        print_agreement(found, speech())


def _of_annotations(first: Path, second: Path, form: str) -> None:
    from api.evaluation import evaluate, read_annotations
    from api.tables import show_rows

    report = evaluate(read_annotations(first), read_annotations(second))
    show_rows(report.as_dict(), form, ("figure", "value"), report.rows())

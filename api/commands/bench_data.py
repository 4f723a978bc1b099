"""`danchieu bench-data`: a synthetic dataset for measuring."""

from __future__ import annotations

from pathlib import Path

import click

from api.failures import KgCommand
from api.options import format_option, language_option, store_option


@click.command("bench-data", cls=KgCommand)
@click.option("--documents", type=click.IntRange(min=1), required=True)
@click.option("--seed", type=int, default=2025)
@store_option
@format_option("table", "json")
@language_option
def command(documents: int, seed: int, store: Path, form: str, lang: str | None) -> None:
    """Call `kg.bench_data.write_bench_data`."""
    from api.tables import show_facts
    from kg.bench_data import write_bench_data

    show_facts(write_bench_data(store, documents, seed=seed), form)

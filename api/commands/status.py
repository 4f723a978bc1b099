"""`danchieu status`: is an instrument in force on a day, and what makes it so."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from api.failures import KgCommand
from api.options import format_option, iso_day, language_option, store_option

if TYPE_CHECKING:
    from kg.questions.effect import EffectAct


@click.command("status", cls=KgCommand)
@click.argument("instrument")
@click.option("--on", callback=iso_day)
@store_option
@format_option("table", "json")
@language_option
def command(instrument: str, on: str | None, store: Path, form: str, lang: str | None) -> None:
    """Ask `kg.questions.effect` and show status, days, the clauses that state them and the acts."""
    from datetime import date

    from api.speech import speech
    from api.tables import show_rows
    from kg.dataset import Dataset
    from kg.export.tables import name_of
    from kg.questions.effect import effect

    say = speech()
    with Dataset.open(store) as dataset:
        found = effect(dataset, instrument, date.fromisoformat(on) if on else date.today())
    reason = found.reason.vi if say.language == "vi" else found.reason.en
    rows = [
        (say("cli.status.instrument"), name_of(found.instrument)),
        (say("cli.status.on"), found.on.isoformat()),
        (say("cli.status.status"), f"{say(f'pages.effect.{found.status}')}: {reason}"),
        (say("cli.status.begins"), found.since and found.since.isoformat()),
        (say("cli.status.ends"), found.until and found.until.isoformat()),
        *(
            (say(f"cli.status.states_{one.event}"), f"“{one.evidence.text}” ({one.evidence.file})")
            for one in found.stated
        ),
        *dict.fromkeys((say(f"cli.status.{act.kind}"), _named(act)) for act in found.acts),
    ]
    show_rows(found, form, ("", ""), rows)


def _named(act: EffectAct) -> str:
    from kg.export.tables import name_of

    return f"{name_of(act.instrument)}, {act.date}" if act.date else name_of(act.instrument)

"""`danchieu given`: what corpora say of an instrument, which no sentence bears out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from api.failures import KgCommand
from api.options import format_option, language_option, store_option

if TYPE_CHECKING:
    from kg.questions.given import GivenRelation
    from viz.language import Messages


@click.command("given", cls=KgCommand)
@click.argument("instrument")
@click.option("--limit", type=click.IntRange(min=1), default=100)
@store_option
@format_option("table", "json")
@language_option
def command(instrument: str, limit: int, store: Path, form: str, lang: str | None) -> None:
    """Ask `kg.questions.given` and show each fact and relation with the corpus that states it."""
    from api.speech import speech
    from api.tables import show_rows
    from api.terminal import print_notice
    from kg.dataset import Dataset
    from kg.export.tables import name_of
    from kg.questions.given import given

    say = speech()
    with Dataset.open(store) as dataset:
        found = given(dataset, instrument, limit=limit)
    if form == "table" and not (found.facts or found.relations):
        print_notice(say("cli.given.nothing", name=name_of(found.instrument)))
        return
    rows = [(say(f"pages.given.{fact.field}"), fact.value, fact.corpus) for fact in found.facts]
    rows += [_relation(one, say) for one in found.relations]
    show_rows(found, form, ("", "", ""), rows)
    if form == "table" and found.total > len(found.relations):
        print_notice(say("cli.given.truncated", total=found.total))


def _relation(one: GivenRelation, say: Messages) -> tuple[str, str, str]:
    from kg.export.tables import name_of
    from viz.relations import label

    said = f"{label(one.relation, say.language)} (“{one.label}”)" if one.relation else f"“{one.label}”"
    return said, f"{name_of(one.citing)} → {name_of(one.cited)}", one.corpus

"""`danchieu explain`: why a mention means what it means."""

from __future__ import annotations

from pathlib import Path

import click

from api.failures import KgCommand
from api.options import format_option, language_option, store_option


@click.command("explain", cls=KgCommand)
@click.argument("mention")
@click.option("--limit", type=click.IntRange(min=1), default=100)
@store_option
@format_option("table", "json")
@language_option
def command(mention: str, limit: int, store: Path, form: str, lang: str | None) -> None:
    """Ask `kg.questions.explain` and show rule and reasons of each mention."""
    from api.speech import speech
    from api.tables import show_rows
    from api.terminal import print_notice
    from kg.dataset import Dataset
    from kg.export.tables import name_of
    from kg.questions.explain import explain

    say = speech()
    vietnamese = say.language == "vi"
    with Dataset.open(store) as dataset:
        found = explain(dataset, mention, limit=limit)
    rows = [
        (
            name_of(one.node),
            name_of(one.target) if one.target else "",
            one.rule_vi if vietnamese else one.rule_en,
            "; ".join(words.vi if vietnamese else words.en for words in one.reasons),
            f"{one.confidence:.0%}",
        )
        for one in found.mentions
    ]
    show_rows(found, form, ("text", "meaning", "rule", "reason", "confidence"), rows)
    if form == "table" and found.total > len(found.mentions):
        print_notice(say("cli.explain.truncated", total=found.total))

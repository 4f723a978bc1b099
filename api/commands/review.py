"""`danchieu review`: a person's verdict on a citation or a resolution."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from api.failures import KgCommand
from api.options import format_option, language_option, store_option
from extractors.models import Relation


@click.command("review", cls=KgCommand)
@click.argument("target")
@click.argument("verdict", type=click.Choice(("confirmed", "rejected", "corrected", "withdrawn")))
@click.option("--author", required=True, envvar="DANCHIEU_AUTHOR")
@click.option("--reason", default="")
@click.option("--relation", type=click.Choice(get_args(Relation)))
@click.option("--cited")
@store_option
@format_option("table", "json")
@language_option
def command(
    target: str,
    verdict: str,
    author: str,
    reason: str,
    relation: Relation | None,
    cited: str | None,
    store: Path,
    form: str,
    lang: str | None,
) -> None:
    """Call `kg.review.review`, or take a verdict back."""
    from typing import cast

    from api.speech import speech
    from api.tables import show_facts
    from kg import review as reviewing

    if verdict == "withdrawn":
        reviewing.withdraw(store, target)
        click.echo(speech()("cli.review.withdrawn"), err=True)
        return
    given = cast("reviewing.Verdict", verdict)
    written = reviewing.review(
        store, target, given, author=author, reason=reason, relation=relation, cited=cited
    )
    show_facts(written, form)

"""Answers on a terminal: tables and trees by rich, JSON as data. Texts of documents come as plain lines."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from kg.models import (
    ChainResult,
    Edge,
    EvidenceRef,
    ImplementationResult,
    InstrumentRef,
    SearchResult,
    SourceRef,
)
from viz.language import Messages
from viz.naming import facts, full_name, short_name
from viz.relations import label
from viz.text import plain, quotation

_PIPED_WIDTH = 120
"""Columns where the output is not a terminal, so that a pipe gets the same lines everywhere."""


def console() -> Console:
    """The console of standard output, as it is now."""
    piped = not sys.stdout.isatty()
    return Console(width=_PIPED_WIDTH if piped else None, highlight=False, markup=False, emoji=False)


def print_json(value: Any) -> None:
    """A value as JSON with Vietnamese letters as they are, days as ISO days."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2, default=str) + "\n")


def print_table(
    columns: Sequence[str], rows: Iterable[Sequence[str | Text]], title: str | None = None
) -> None:
    """A table whose cells are shown as they are, never read as markup."""
    headed = any(columns)
    table = Table(title=title, title_justify="left", title_style="bold", show_header=headed)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(cell if isinstance(cell, Text) else Text(plain(cell)) for cell in row))
    console().print(table)


def print_notice(sentence: str) -> None:
    """A sentence of its own that a person should not overlook."""
    _say(console(), f"! {sentence}")


def print_candidates(candidates: Iterable[InstrumentRef | SourceRef], say: Messages) -> None:
    """Instruments or documents to choose from, each with the id or hash that names it alone."""
    columns = [say(f"cli.column.{name}") for name in ("candidate", "issuer", "date", "id")]
    rows = [
        (item.file, "", "", item.hash)
        if isinstance(item, SourceRef)
        else (short_name(item, say), item.issuer or "", item.date or str(item.year or ""), item.id)
        for item in candidates
    ]
    print_table(columns, rows)


def print_implementations(result: ImplementationResult, say: Messages) -> None:
    """Each implementer with the sentences that say so."""
    screen = console()
    if not result.results:
        _say(screen, say("cli.answer.none_implements", name=full_name(result.query, say)))
        return
    heading = Text(full_name(result.query, say), style="bold")
    tree = Tree(heading.append(f"  ({say('cli.answer.count', count=len(result.results))})", style="not bold"))
    for edge in result.results:
        _add_end(tree, edge.source, edge, say)
    screen.print(tree)
    _say_if_cut(screen, result.truncated, say)


def print_hits(result: SearchResult, say: Messages) -> None:
    """What was found, a few lines each; numbers go on from page to page."""
    screen = console()
    if not result.hits:
        _say(screen, say("cli.search.nothing", words=result.query))
        return
    _say(screen, say("cli.search.found", words=result.query, count=result.total))
    for number, hit in enumerate(result.hits, result.offset + 1):
        named = hit.instrument
        known = filter(None, (short_name(named, say), facts(named)))
        lines = [plain(named.title)] if named.title else []
        if sentence := hit.sentence:
            where = f"{plain(sentence.file)} [{sentence.start}–{sentence.end}]"
            lines.append(f"“{plain(sentence.text)}” — {where}")
        _say(screen, f"{number}. {' · '.join(known)}")
        for line in (*lines, named.id):
            _say(screen, f"   {line}")


def print_chain(result: ChainResult, say: Messages) -> None:
    """The chain as a tree from the instrument asked about, each link with its evidence."""
    screen = console()
    if not result.results:
        _say(screen, say("cli.answer.none_chain", name=full_name(result.query, say)))
        return
    down = result.direction == "down"
    links: dict[str, list[Edge]] = {}
    for edge in result.results:
        links.setdefault((edge.target if down else edge.source).iri, []).append(edge)
    root = Tree(Text(full_name(result.query, say), style="bold"))
    waiting, shown = [(root, result.query.iri)], {result.query.iri}
    while waiting:
        branch, iri = waiting.pop(0)
        for edge in links.get(iri, ()):
            end = edge.source if down else edge.target
            child = _add_end(branch, end, edge, say, arrow="←" if down else "→")
            if end.iri not in shown:
                shown.add(end.iri)
                waiting.append((child, end.iri))
    screen.print(root)
    _say_if_cut(screen, result.truncated, say)


def _add_end(branch: Tree, end: InstrumentRef, edge: Edge, say: Messages, arrow: str = "") -> Tree:
    line = Text()
    if arrow:
        line.append(f"{arrow} {label(edge.relation, say.language)} ", style="dim")
    line.append(short_name(end, say), style="bold")
    if known := facts(end):
        line.append(f" · {known}")
    node = branch.add(line)
    sentences: dict[tuple[str, int, int], EvidenceRef] = {}
    for evidence in edge.evidence:
        # A sentence that names the instrument more than once proves the link once.
        sentences.setdefault((evidence.document, evidence.start, evidence.end), evidence)
    for evidence in sentences.values():
        node.add(_sentence(evidence, say))
    return node


def _sentence(evidence: EvidenceRef, say: Messages) -> Text:
    parts = quotation(evidence)
    text = Text("“").append(parts.before).append(parts.mention, style="underline").append(parts.after + "”")
    where = f" — {plain(evidence.file or evidence.document)} [{evidence.start}–{evidence.end}]"
    text.append(where, style="dim")
    text.append(f", {say('cli.answer.confidence', value=percent(evidence.confidence))}", style="dim")
    if evidence.text_quality is not None:
        text.append(f", {say('cli.answer.doubtful', value=percent(evidence.text_quality))}", style="yellow")
    return text


def _say(screen: Console, sentence: str) -> None:
    """A sentence, broken at words on a terminal and left whole in a pipe, where it is searched."""
    screen.print(sentence, soft_wrap=not screen.is_terminal)


def _say_if_cut(screen: Console, truncated: bool, say: Messages) -> None:
    if truncated:
        _say(screen, say("cli.answer.truncated"))


@cache
def percent(share: float) -> str:
    """A share as a whole percentage: `0.954` → `95%`."""
    return f"{share:.0%}"

"""How the comparison of corpora with what was read is shown on a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from api.terminal import print_notice, print_table
from kg.questions.agreement import Agreement, RelationDifference, Verdict
from viz.language import Messages
from viz.naming import short_name
from viz.relations import label

_VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


def print_agreement(found: Agreement, say: Messages) -> None:
    """A table of counts, then the differences about documents and about relations."""
    if not found.documents:
        print_notice(say("cli.agreement.none"))
        return
    rows = [_counts(say(f"cli.agreement.{field}"), counts) for field, counts in found.fields.items()]
    rows.append(_counts(say("cli.agreement.relation"), found.relations))
    columns = ("", *(say(f"cli.agreement.{verdict}") for verdict in _VERDICTS))
    print_table(columns, rows, title=say("cli.agreement.counts", documents=found.documents))
    given, read = say("cli.agreement.given"), say("cli.agreement.read")
    if found.field_differences:
        print_table(
            (say("cli.column.file"), "", given, read),
            [
                (one.document.file, say(f"cli.agreement.{one.field}"), one.given or "", one.read or "")
                for one in found.field_differences
            ],
            title=say("cli.agreement.fields"),
        )
    if found.relation_differences:
        print_table(
            (say("cli.column.first"), say("cli.column.second"), given, read),
            [_relation(one, say) for one in found.relation_differences],
            title=say("cli.agreement.relations"),
        )
    if found.truncated:
        print_notice(say("cli.agreement.truncated"))


def _counts(name: str, counts: Mapping[Verdict, int]) -> tuple[str, ...]:
    return (name, *(str(counts.get(verdict, 0)) for verdict in _VERDICTS))


def _relation(one: RelationDifference, say: Messages) -> tuple[str, ...]:
    given = "; ".join(
        f"{label(relation, say.language)} ({words})" if relation else words for relation, words in one.given
    )
    read = "; ".join(f"{label(edge.relation, say.language)}: “{edge.evidence[0].text}”" for edge in one.read)
    return short_name(one.citing, say), short_name(one.cited, say), given, read

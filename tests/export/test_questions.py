"""What is exported is what the question answers, row by row, and says when there is more."""

from __future__ import annotations

from kg.dataset import Dataset
from kg.export.questions import ExportQuestion, select
from kg.questions.compare import compare
from kg.questions.problems import problems
from kg.questions.timeline import timeline
from kg.sparql import run
from tests.export.conftest import DECISION, OTHER_PLAN, PLAN

QUERY = "SELECT ?i ?n (1 AS ?one) WHERE { ?i eli:id_local ?n } ORDER BY ?i ?n"


def column(dataset: Dataset, asked: ExportQuestion, name: str) -> list[object]:
    table = select(dataset, asked).table
    place = [column.name for column in table.columns].index(name)
    return [row[place] for row in table.rows]


def test_a_comparison_lists_what_both_cite_then_what_one_does(dataset: Dataset) -> None:
    found = compare(dataset, PLAN, OTHER_PLAN)
    asked = ExportQuestion("comparison", (PLAN, OTHER_PLAN))

    assert column(dataset, asked, "iri") == list(
        dict.fromkeys(
            [
                *(shared.instrument.iri for shared in found.both),
                *(edge.target.iri for edge in found.only_first),
                *(edge.target.iri for edge in found.only_second),
            ]
        )
    )
    marked = list(zip(column(dataset, asked, "first"), column(dataset, asked, "second"), strict=True))
    assert sum(bool(first and second) for first, second in marked) == len(found.both)
    assert all(first or second for first, second in marked)


def test_problems_are_listed_as_on_their_page(dataset: Dataset) -> None:
    found = problems(dataset).items
    one = found[0]
    narrowed = ExportQuestion("problems", kinds=(one.kind,), severities=(one.severity,))

    assert column(dataset, ExportQuestion("problems"), "detail") == [problem.detail_vi for problem in found]
    assert set(column(dataset, narrowed, "kind")) == {one.label_vi}


def test_a_query_is_exported_with_its_types_and_the_instruments_it_names(dataset: Dataset) -> None:
    answer = run(dataset, QUERY)
    selection = select(dataset, ExportQuestion("sparql", query=QUERY))

    assert [column.kind for column in selection.table.columns] == ["link", "text", "integer"]
    assert [row[1] for row in selection.table.rows] == [row[1].value for row in answer.rows if row[1]]
    assert {row[2] for row in selection.table.rows} == {1}
    named = {instrument.iri for instrument in selection.instruments}
    assert named
    assert named <= {row[0] for row in selection.table.rows}


def test_a_truth_and_a_graph_are_tables_too(dataset: Dataset) -> None:
    truth = select(dataset, ExportQuestion("sparql", query="ASK { ?s ?p ?o }"))
    graph = select(dataset, ExportQuestion("sparql", query="CONSTRUCT WHERE { ?s dch:implements ?o }"))

    assert truth.table.rows == (("true",),)
    assert [column.name for column in graph.table.columns] == ["subject", "predicate", "object"]
    assert graph.table.rows


def test_a_timeline_keeps_those_without_a_day(dataset: Dataset) -> None:
    found = timeline(dataset, DECISION)
    asked = ExportQuestion("timeline", (DECISION,))

    assert column(dataset, asked, "iri") == [
        *(event.edge.source.iri for event in found.events),
        *(edge.source.iri for edge in found.undated),
    ]


def test_an_export_that_is_not_the_whole_answer_says_so(dataset: Dataset) -> None:
    whole = select(dataset, ExportQuestion("sparql", query=QUERY)).stamp
    for asked in (
        ExportQuestion("sparql", query=QUERY, limit=1),
        ExportQuestion("instruments", limit=1),
        ExportQuestion("search", words="kế hoạch", limit=1),
        ExportQuestion("citations", (PLAN,), limit=1),
        ExportQuestion("implementations", (DECISION,), limit=1),
    ):
        cut = select(dataset, asked).stamp
        assert cut.cut
        assert len(cut.lines("vi")) == len(whole.lines("vi")) + 1

    assert not whole.cut

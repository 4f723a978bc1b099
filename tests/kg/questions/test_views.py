"""Impact, comparison, timeline, implementations through programmes, and graphs for networkx."""

from __future__ import annotations

from pathlib import Path

import networkx
import pytest

from extractors.models import Head
from kg.dataset import Dataset
from kg.export.network import multidigraph, write_gexf, write_graphml
from kg.ingest import ingest
from kg.questions.compare import compare
from kg.questions.impact import impact
from kg.questions.implementations import implementations
from kg.questions.timeline import timeline
from tests.kg.samples import UBND_BINH_THUAN, Sample


def test_who_rests_on_an_instrument(samples: Dataset) -> None:
    found = impact(samples, "29-NQ/TW", era="63")
    assert [(one.instrument.number, one.depth) for one in found.reached] == [
        ("100-CTr/TU", 1),
        ("156/KH-UBND", 1),
        ("96/KH-UBND", 2),
    ]
    assert found.total == 3
    assert found.by_province == (("Lạng Sơn", 3),)
    assert dict(found.by_type)["Kế hoạch"] == 2
    assert all(edge.evidence for edge in found.edges)
    assert [one.depth for one in impact(samples, "29-NQ/TW", depth=1).reached] == [1, 1]


def test_what_two_documents_share(samples: Dataset) -> None:
    found = compare(samples, "156/KH-UBND", "3461/KH-UBND")
    assert found.both == ()
    assert {edge.target.number for edge in found.only_first} == {"51-KL/TW", "96/KH-UBND", "29-NQ/TW"}
    same = compare(samples, "156/KH-UBND", "156/KH-UBND")
    assert len(same.both) == 3
    assert (same.only_first, same.only_second) == ((), ())
    assert all(shared.first == shared.second for shared in same.both)


def test_how_long_each_province_took(samples: Dataset) -> None:
    found = timeline(samples, "2457/QĐ-BGDĐT", era="63")
    assert [(event.date, event.days_after, event.province) for event in found.events] == [
        ("2023-09-14", 22, "Bình Thuận")
    ]
    assert [edge.source.issuer for edge in found.undated] == ["Ủy ban nhân dân tỉnh Thanh Hóa"]
    assert [(delay.province, delay.days) for delay in found.delays] == [("Bình Thuận", 22)]


def test_a_timeline_of_a_chain_goes_further(samples: Dataset) -> None:
    direct, chain = timeline(samples, "100-CTr/TU"), timeline(samples, "100-CTr/TU", chain=True)
    assert [event.edge.source.number for event in direct.events] == ["96/KH-UBND"]
    assert [event.edge.source.number for event in chain.events] == ["96/KH-UBND", "156/KH-UBND"]


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    """A decision approves a scheme, and a plan carries out the scheme without naming the decision."""
    title = "Xây dựng xã hội học tập giai đoạn 2021-2030"
    text = (
        f"Thực hiện Đề án “{title}”.\nQuyết định số 1373/QĐ-TTg ngày 30/7/2021 phê duyệt Đề án “{title}”.\n"
    )
    head = Head("Kế hoạch", "7/KH-UBND", UBND_BINH_THUAN, date="2022-01-05")
    sample = Sample("ke-hoach.txt", text, head)
    named = {"kind": "named", "type": "Đề án", "title": title}
    sample.cite(f"Đề án “{title}”", id="da", **named)
    sample.cite("Quyết định số 1373/QĐ-TTg ngày 30/7/2021", id="qd", number="1373/QĐ-TTg", relation="cites",
                date="2021-07-30", issuer="Thủ tướng Chính phủ")  # fmt: skip
    sample.cite(
        "Đề án “Xây dựng xã hội học tập giai đoạn 2021-2030”",
        nth=1,
        id="da2",
        source="qd",
        relation="approves",
        **named,
    )
    (tmp_path / sample.name).write_text(text, encoding="utf-8", newline="")
    ingest([tmp_path / sample.name], tmp_path / "data", extract=lambda _: sample.extraction)
    return tmp_path / "data"


@pytest.mark.parametrize(("through", "count"), [("direct", 0), ("programme", 2), ("chain", 2)])
def test_a_plan_for_a_programme_counts_for_the_act_behind_it(
    programme: Path, through: str, count: int
) -> None:
    with Dataset.open(programme) as dataset:
        found = implementations(dataset, "1373/QĐ-TTg", through=through)  # type: ignore[arg-type]
        assert len(found.results) == count
        if count:
            assert {(edge.relation, edge.depth) for edge in found.results} == {
                ("approves", 1),
                ("implements", 2),
            }
            assert all(edge.evidence for edge in found.results)


def test_a_selection_as_a_networkx_graph(samples: Dataset) -> None:
    graph = multidigraph(samples, ["156/KH-UBND"], radius=1)
    labels = {data["label"] for _, data in graph.nodes(data=True)}
    assert labels == {
        "Kế hoạch 156/KH-UBND",
        "Kết luận 51-KL/TW",
        "Kế hoạch 96/KH-UBND",
        "Nghị quyết 29-NQ/TW",
    }
    assert all(data["relation"] == key for _, _, key, data in graph.edges(keys=True, data=True))
    everything = multidigraph(samples)
    assert everything.number_of_edges() > graph.number_of_edges()


@pytest.mark.parametrize(
    ("write", "read"), [(write_graphml, networkx.read_graphml), (write_gexf, networkx.read_gexf)]
)
def test_files_for_other_programs_read_back(
    samples: Dataset, tmp_path: Path, write: object, read: object
) -> None:
    graph = multidigraph(samples)
    node = next(iter(graph))
    graph.nodes[node]["title"] = "Một\x00 tựa đề\ud800"
    target = tmp_path / "graph.xml"
    write(graph, target)  # type: ignore[operator]
    found = read(target)  # type: ignore[operator]
    assert set(found) == set(graph)
    assert found.number_of_edges() == graph.number_of_edges()
    assert found.nodes[node]["title"] == "Một tựa đề"

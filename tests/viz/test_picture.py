"""A picture is one file that asks nobody for anything and runs nothing but its own two scripts."""

from __future__ import annotations

import base64
import hashlib
import json
import re

import pytest

from viz.picture import LARGEST, Edge, Graph, Node, content_policy, page, wrapped

HOSTILE = (
    '</script><script>alert(1)</script><img src="http://evil.example/x" onerror=alert(2)><a href="x">y</a>'
)
SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<body>.*?)</script>", re.DOTALL)
GRAPH = Graph(
    "Quanh Quyết định 2457/QĐ-BGDĐT",
    (
        Node("k1", "Kế hoạch 3461/KH-UBND", "của Bình Thuận", "province", "/van-ban/k1"),
        Node("q1", "Quyết định 2457/QĐ-BGDĐT", "của Bộ", "central"),
    ),
    (Edge("k1", "q1", "implements", "triển khai thực hiện", "Thực hiện Quyết định số 2457/QĐ-BGDĐT."),),
    "q1",
)


def hostile_graph() -> Graph:
    nodes = (Node(HOSTILE, HOSTILE, HOSTILE), Node("b", "<h1>b</h1>", "href"))
    return Graph(HOSTILE, nodes, (Edge(HOSTILE, "b", "cites", HOSTILE, HOSTILE),), HOSTILE)


def scripts(html: str) -> list[re.Match[str]]:
    return list(SCRIPT.finditer(html))


def data(html: str) -> dict[str, object]:
    found = next(match for match in scripts(html) if "application/json" in match["attributes"])
    loaded = json.loads(found["body"])
    assert isinstance(loaded, dict)
    return loaded


@pytest.mark.parametrize("graph", [GRAPH, hostile_graph()], ids=["plain", "hostile"])
def test_the_page_holds_its_data_and_two_scripts_that_its_own_policy_names(graph: Graph) -> None:
    html = page(graph)
    run = [match["body"] for match in scripts(html) if "application/json" not in match["attributes"]]
    digests = [base64.b64encode(hashlib.sha256(body.encode()).digest()).decode() for body in run]

    assert len(scripts(html)) == 3
    assert all(f"'sha256-{digest}'" in content_policy() for digest in digests)
    assert f'content="{content_policy()}"'.replace("'", "&#39;") in html


@pytest.mark.parametrize("graph", [GRAPH, hostile_graph()], ids=["plain", "hostile"])
def test_no_element_of_the_page_asks_for_anything(graph: Graph) -> None:
    markup = SCRIPT.sub("", page(graph))
    markup = re.sub(r"<style>.*?</style>", "", markup, flags=re.DOTALL)

    assert not re.search(r"<(link|img|iframe|object|embed|base)\b", markup)
    assert not re.search(r"<[^>]*\s(src|srcset|on\w+)\s*=", markup)
    assert "sourceMappingURL" not in page(graph)
    assert "default-src 'none'" in content_policy()


def test_hostile_words_stay_words() -> None:
    html = page(hostile_graph())

    assert HOSTILE not in html
    assert "<h1>b</h1>" not in html
    assert [node["label"] for node in data(html)["nodes"]][1] == "<h1>b</h1>"  # type: ignore[index,attr-defined]


def test_node_ids_say_nothing_and_nothing_moves() -> None:
    nodes = data(page(GRAPH))["nodes"]

    assert isinstance(nodes, list)
    assert [node["id"] for node in nodes] == ["n0", "n1"]
    assert all(node["physics"] is False and {"x", "y"} <= set(node) for node in nodes)


def test_a_file_leads_nowhere_and_the_page_on_our_server_leads_to_our_pages() -> None:
    passed_on, served = page(GRAPH), page(GRAPH, links=True)

    assert "/van-ban/k1" not in passed_on
    assert "/van-ban/k1" in served


def test_the_evidence_can_be_read_without_the_canvas() -> None:
    markup = SCRIPT.sub("", page(GRAPH))

    assert "Thực hiện Quyết định số 2457/QĐ-BGDĐT." in markup


def test_what_is_too_much_for_a_picture_is_left_out_and_said() -> None:
    nodes = tuple(Node(f"k{index}", f"Kế hoạch {index}", "") for index in range(LARGEST + 7))
    html = page(Graph("nhiều", nodes, (Edge("k0", f"k{LARGEST + 1}", "cites", "viện dẫn", "câu"),)))

    assert len(data(html)["nodes"]) == LARGEST  # type: ignore[arg-type]
    assert data(html)["edges"] == []
    assert "7 văn bản khác không được vẽ" in html


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Kế hoạch 96/KH-UBND", "Kế hoạch 96/KH-UBND"),
        ("Chương trình hành động 100-CTr/TU", "Chương trình hành động\n100-CTr/TU"),
        ("một " * 40, "một một một một một một\n" * 2 + "một một một một một một …"),
        ("x" * 200, "x" * 33 + "…"),
    ],
)
def test_labels_fit_their_box(label: str, expected: str) -> None:
    assert wrapped(label) == expected

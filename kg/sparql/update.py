"""SPARQL updates taken apart into read-only queries: nothing of an update's own text is ever carried out.

`INSERT { GRAPH <g> { T } } WHERE { W }` writes what `CONSTRUCT { T } WHERE { W }` answers into `<g>`, and the
other forms likewise. So each part of an update is checked and limited as any query is, and what is written is
made anew from the terms of the answers. Only `GRAPH` with a written-out IRI says where; LOAD, USING, COPY,
MOVE, ADD, CREATE and whatever else is not understood is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from kg.errors import QueryRejected

MOST_OPERATIONS = 20
"""Operations of one update."""

_TOKEN = re.compile(
    r"(?P<skip>\s+|\#[^\n]*)"
    r'|(?P<string>"""(?:"{0,2}(?:[^"\\]|\\.))*"""'
    r"|'''(?:'{0,2}(?:[^'\\]|\\.))*'''"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'(?:[^'\\\n]|\\.)*')"
    r'|(?P<iri><[^<>"{}|^`\\\x00-\x20]*>)'
    r"|(?P<variable>[?$]\w+)"
    r"|(?P<name>(?:[A-Za-z_][\w.-]*)?:(?:[\w:.-]|%[0-9A-Fa-f]{2}|\\.)*)"
    r"|(?P<word>[A-Za-z]+)"
    r"|(?P<mark>.)",
    re.DOTALL,
)
"""The tokens of an update. Example: `INSERT DATA { GRAPH <http://a> { <b:c> x:d "e" } }` has eleven."""


@dataclass(frozen=True, slots=True)
class Part:
    """The statements that `query`, a CONSTRUCT, answers are to leave `graph`, or to come into it."""

    graph: str
    query: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation: graphs that are emptied, then parts that leave, then parts that come.

    `reads` tells that the parts depend on what the store holds, and not on the text alone.
    """

    emptied: tuple[str, ...] = ()
    leaving: tuple[Part, ...] = ()
    coming: tuple[Part, ...] = ()
    reads: bool = False

    @property
    def graphs(self) -> tuple[str, ...]:
        """The graphs it writes."""
        return (*self.emptied, *(part.graph for part in (*self.leaving, *self.coming)))


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int
    end: int

    def says(self, *words: str) -> bool:
        return self.kind in ("word", "mark") and self.text.upper() in words


@dataclass(slots=True)
class _Reader:
    """Reads an update from its start to its end, one operation after the other."""

    text: str
    at: int = 0
    prologue: str = ""
    tokens: list[_Token] = field(default_factory=list)

    def operations(self) -> Iterator[Operation]:
        while True:
            self._read_prologue()
            if not self._more():
                return
            yield self._operation()
            if self._more():
                self._expect(";")

    def _more(self) -> bool:
        return self.at < len(self.tokens)

    def _next(self) -> _Token:
        if not self._more():
            raise QueryRejected(reason="the update ends too early")
        self.at += 1
        return self.tokens[self.at - 1]

    def _take(self, *words: str) -> bool:
        found = self._more() and self.tokens[self.at].says(*words)
        self.at += found
        return found

    def _expect(self, word: str) -> None:
        token = self._next()
        if not token.says(word):
            raise QueryRejected(reason=f"{word} is expected where {token.text[:40]!r} stands")

    def _graph(self) -> str:
        token = self._next()
        if token.kind != "iri":
            raise QueryRejected(reason="a graph is named by its IRI, written out between < and >")
        return token.text[1:-1]

    def _read_prologue(self) -> None:
        begun = self.at
        while self._take("PREFIX", "BASE"):
            if self.tokens[self.at - 1].says("PREFIX") and self._next().kind != "name":
                raise QueryRejected(reason="PREFIX is followed by a name and an IRI")
            self._graph()
        if self.at > begun:
            self.prologue += f"{self.text[self.tokens[begun].start : self.tokens[self.at - 1].end]}\n"

    def _block(self) -> range:
        """The places of the tokens between a brace and the brace that closes it."""
        self._expect("{")
        begun, depth = self.at, 1
        while depth:
            token = self._next()
            depth += token.says("{") - token.says("}")
        return range(begun, self.at - 1)

    def _inside(self, places: range) -> str:
        return self.text[self.tokens[places[0]].start : self.tokens[places[-1]].end] if places else ""

    def _operation(self) -> Operation:
        if self._take("CLEAR", "DROP"):
            self._take("SILENT")
            self._expect("GRAPH")
            return Operation(emptied=(self._graph(),))
        within = self._graph() if self._take("WITH") else None
        if self._take("INSERT"):
            if within is None and self._take("DATA"):
                return Operation(coming=self._data())
            return self._modify(within, coming=self._templates(within))
        if self._take("DELETE"):
            if within is None and self._take("DATA"):
                return Operation(leaving=self._data())
            if self._take("WHERE"):
                return self._delete_where(within)
            return self._modify(within, leaving=self._templates(within))
        raise QueryRejected(reason=f"{self._next().text[:40]!r} is no update that is taken here")

    def _data(self) -> tuple[Part, ...]:
        """Parts whose statements stand in the text itself."""
        begun = self.at
        templates = self._templates(None)
        if any(token.kind == "variable" for token in self.tokens[begun : self.at]):
            raise QueryRejected(reason="there are no variables in DATA")
        return tuple(self._part(graph, template, "{}") for graph, template in templates)

    def _delete_where(self, within: str | None) -> Operation:
        templates = self._templates(within)
        where = " ".join(f"GRAPH <{graph}> {{ {template} }}" for graph, template in templates)
        parts = (self._part(graph, template, f"{{ {where} }}") for graph, template in templates)
        return Operation(leaving=tuple(parts), reads=True)

    def _modify(
        self,
        within: str | None,
        leaving: tuple[tuple[str, str], ...] = (),
        coming: tuple[tuple[str, str], ...] = (),
    ) -> Operation:
        if leaving and self._take("INSERT"):
            coming = self._templates(within)
        if self._more() and self.tokens[self.at].says("USING"):
            raise QueryRejected(reason="USING is not allowed here; use GRAPH, or using-graph-uri")
        self._take("WHERE")
        where = self._inside(self._block())
        where = f"{{ {where}\n}}" if within is None else f"{{ GRAPH <{within}> {{ {where}\n}} }}"
        return Operation(
            leaving=tuple(self._part(graph, template, where) for graph, template in leaving),
            coming=tuple(self._part(graph, template, where) for graph, template in coming),
            reads=True,
        )

    def _part(self, graph: str, template: str, where: str) -> Part:
        return Part(graph, f"{self.prologue}CONSTRUCT {{ {template}\n}} WHERE {where}")

    def _templates(self, within: str | None) -> tuple[tuple[str, str], ...]:
        """A block of templates: the graph and the triples of each."""
        block = self._block()
        after, self.at = self.at, block.start
        found: list[tuple[str, str]] = []
        while self.at < block.stop:
            if self._take("GRAPH"):
                graph = self._graph()
                found.append((graph, self._inside(self._block())))
                self._take(".")
                continue
            begun = self.at
            while self.at < block.stop and not self.tokens[self.at].says("GRAPH", "{"):
                self.at += 1
            if within is None or begun == self.at:
                raise QueryRejected(reason="say where to write: GRAPH <IRI> { … }")
            found.append((within, self._inside(range(begun, self.at))))
        self.at = after
        return tuple(found)


def read_update(text: str, may_write: Callable[[str], bool]) -> tuple[Operation, ...]:
    """The operations of an update, which must be settled.

    Raises QueryRejected where it is not understood, is no update, or writes a graph that it may not. Of
    several operations only the first may read the store: so all of them are known before anything is written.
    """
    tokens = [
        _Token(match.lastgroup or "", match[0], match.start(), match.end())
        for match in _TOKEN.finditer(text)
        if match.lastgroup != "skip"
    ]
    operations = tuple(_Reader(text, tokens=tokens).operations())
    if not 0 < len(operations) <= MOST_OPERATIONS:
        raise QueryRejected(reason=f"one to {MOST_OPERATIONS} operations")
    if any(operation.reads for operation in operations[1:]):
        raise QueryRejected(reason="only the first operation may have a WHERE; send the others afterwards")
    for graph in (graph for operation in operations for graph in operation.graphs):
        if not may_write(graph):
            raise QueryRejected(reason=f"<{graph}> is no graph for notes")
    return operations

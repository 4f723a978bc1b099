"""Which queries are run at all: only those that parse, read, and stay within the dataset.

The engine parses a query by its own grammar, so what is checked must be what the engine will see. `settled`
first removes what two parsers may read differently (escaped code points, lone carriage returns); then the
query must pass two readers that know nothing of each other: the syntax tree of one parser, and the words that
are left of the text when strings, IRIs, names and comments are taken out. Whatever either of them objects to,
or does not understand, is not run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.errors import QueryRejected

_FORBIDDEN = {
    "ServiceGraphPattern": "SERVICE would reach another server",
    "DatasetClause": "FROM would change which graphs are read; use GRAPH or the parameters of the protocol",
}
"""Parts of a parsed query that would lead out of the dataset, and why they are not run."""

_FORBIDDEN_WORDS = ("service", "load", "from")
_DEEPEST = 40
"""Brackets inside brackets; both parsers recurse."""

_CODE_POINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")

_SET_ASIDE = re.compile(
    r'"""(?:"{0,2}(?:[^"\\]|\\.))*"""'
    r"|'''(?:'{0,2}(?:[^'\\]|\\.))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"(?:@[A-Za-z]+(?:-[A-Za-z0-9]+)*)?'
    r"|'(?:[^'\\\n\r]|\\.)*'(?:@[A-Za-z]+(?:-[A-Za-z0-9]+)*)?"
    r'|<[^<>"{}|^`\\\x00-\x20]*>'
    r"|\#[^\n\r]*"
    r"|[?$]\w+"
    r"|(?:\b[A-Za-z][\w.-]*|\b_)?:(?:[\w:.-]|%[0-9A-Fa-f]{2}|\\.)*",
    re.DOTALL,
)
"""What is no keyword: strings with their language, IRIs, comments, variables, prefixed names. Example: of
`?s a ex:service # SERVICE` only ` a ` is left."""


def check(query: str) -> None:
    """Raise QueryRejected unless `query`, which must be settled, stays within the dataset.

    The grammar is that of SPARQL 1.1 queries, so updates do not parse. What does not parse is not run.
    """
    _check_words(query)
    _check_tree(query)


def settled(query: str) -> str:
    """`query` with escaped code points written out (once, as the specification says) and lines ended by \\n.

    Raises QueryRejected where an escape would still be read as one afterwards, or is no character.
    """
    try:
        text = _CODE_POINT.sub(lambda match: chr(int(match[1] or match[2], 16)), query)
        text.encode("utf-8")
    except (ValueError, OverflowError) as error:
        raise QueryRejected(reason="an escaped code point that is no character") from error
    if _CODE_POINT.search(text):
        raise QueryRejected(reason="an escape within an escape")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _check_words(query: str) -> None:
    left = _SET_ASIDE.sub(" ", query)
    depth = 0
    for char in left:
        depth += (char in "{([") - (char in "})]")
        if depth > _DEEPEST:
            raise QueryRejected(reason=f"brackets nested more than {_DEEPEST} deep")
    words = left.casefold()
    for word in _FORBIDDEN_WORDS:
        if word in words:
            raise QueryRejected(reason=f"{word.upper()} is not allowed here")


def _check_tree(query: str) -> None:
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        parsed = parseQuery(query)
    except Exception as error:  # the parser raises whatever its grammar runs into
        raise QueryRejected(reason=str(error)) from error
    for part in _parts(parsed):
        if part in _FORBIDDEN:
            raise QueryRejected(reason=_FORBIDDEN[part])


def _parts(node: object) -> Iterator[str]:
    """The names of all grammar nodes below `node`."""
    from pyparsing import ParseResults
    from rdflib.plugins.sparql.parserutils import CompValue

    if isinstance(node, CompValue):
        yield node.name
        for value in node.values():
            yield from _parts(value)
    elif isinstance(node, list | tuple | ParseResults):
        for value in node:
            yield from _parts(value)

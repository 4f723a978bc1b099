"""The names and the order of relations as pages and tables show them, from the ontology's table."""

from __future__ import annotations

from ontology import relations_by_name
from viz.language import Language


def label(relation: str, language: Language, inverse: bool = False) -> str:
    """A relation's name read from the citing document, or with `inverse` from the cited one.

    Example: `implements` is `triển khai thực hiện`, inverse `được triển khai bởi`.
    """
    row = relations_by_name()[relation]
    if language == "vi":
        return row.inverse_vi if inverse else row.label_vi
    return row.inverse_en if inverse else row.label_en


def rank(relation: str) -> int:
    """Where a relation stands among its siblings on a page: implements first, plain citations last."""
    return list(relations_by_name()).index(relation)

"""Choices of the command line, named here so that `--help` need not load what they come from."""

from __future__ import annotations

from typing import Literal, get_args

Era = Literal["34", "63"]
Through = Literal["direct", "programme", "chain"]
Severity = Literal["error", "warning", "info"]

EngineName = Literal["local", "dask"]
EndpointKind = Literal["oxigraph", "virtuoso"]

ERAS = get_args(Era)
SEVERITIES = get_args(Severity)
ENGINES = get_args(EngineName)
ENDPOINTS = get_args(EndpointKind)
THROUGH = get_args(Through)
STATUSES = ("in_force", "partly_ended", "ended", "suspended", "not_yet", "unknown")
QUESTIONS = (
    "instruments", "search", "citations", "implementations", "chain", "coverage", "gaps", "impact",
    "timeline", "comparison", "problems", "sparql",
)  # fmt: skip
FORMATS = (
    "csv", "xlsx", "docx", "docx-table", "md", "csl", "ris", "bib",
    "jsonld", "ttl", "trig", "nq", "graphml", "gexf", "parquet",
)  # fmt: skip

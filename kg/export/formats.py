"""The formats of exports: what each is called, and the function that writes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kg.dataset import Dataset
from kg.errors import BadRequest, Language
from kg.export.csv_file import write_csv
from kg.export.docx_file import write_grounds, write_table
from kg.export.markdown import write_markdown
from kg.export.network_file import gexf, graphml
from kg.export.parquet import write_parquet
from kg.export.rdf import JSON_LD, N_QUADS, TRIG, TURTLE, RdfForm
from kg.export.references import write_bibtex, write_csl, write_ris
from kg.export.selection import Selection
from kg.export.statements import write_statements
from kg.export.xlsx import write_xlsx

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class ExportForm:
    """A format by the name people ask for it, with what HTTP and file systems call it."""

    name: str
    media_type: str
    extension: str
    write: Callable[[Selection, Language], bytes] | RdfForm


EXPORT_FORMS: dict[str, ExportForm] = {
    form.name: form
    for form in (
        ExportForm("csv", "text/csv", "csv", write_csv),
        ExportForm("xlsx", _XLSX, "xlsx", write_xlsx),
        ExportForm("docx", _DOCX, "docx", write_grounds),
        ExportForm("docx-table", _DOCX, "docx", write_table),
        ExportForm("md", "text/markdown", "md", write_markdown),
        ExportForm("csl", "application/vnd.citationstyles.csl+json", "json", write_csl),
        ExportForm("ris", "application/x-research-info-systems", "ris", write_ris),
        ExportForm("bib", "application/x-bibtex", "bib", write_bibtex),
        ExportForm("jsonld", JSON_LD.media_type, "jsonld", JSON_LD),
        ExportForm("ttl", TURTLE.media_type, "ttl", TURTLE),
        ExportForm("trig", TRIG.media_type, "trig", TRIG),
        ExportForm("nq", N_QUADS.media_type, "nq", N_QUADS),
        ExportForm("graphml", "application/graphml+xml", "graphml", graphml),
        ExportForm("gexf", "application/gexf+xml", "gexf", gexf),
        ExportForm("parquet", "application/vnd.apache.parquet", "parquet", write_parquet),
    )
}
"""By name. `docx` is the list of grounds by Nghị định 30/2020/NĐ-CP, `docx-table` the rows as a table."""


def export(selection: Selection, dataset: Dataset, form: str, language: Language = "vi") -> bytes:
    """The selection as a file. Raises BadRequest for a format that is not there or cannot hold it."""
    known = EXPORT_FORMS.get(form)
    if known is None:
        raise BadRequest(what=form, reason=f"the formats are {', '.join(EXPORT_FORMS)}")
    if isinstance(known.write, RdfForm):
        return write_statements(selection, dataset, known.write)
    return known.write(selection, language)

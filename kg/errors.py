"""What can go wrong, each with a message for a person: what, where, and what to do.

`str(error)` is English, `error.message("vi")` Vietnamese; `error.code` is stable for programs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

if TYPE_CHECKING:
    from kg.models import InstrumentRef, SourceRef

Language = Literal["vi", "en"]


class KgError(Exception):
    """The root of all errors of this package."""

    code: ClassVar[str] = "error"
    templates: ClassVar[dict[Language, str]] = {"vi": "{detail}", "en": "{detail}"}

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(self.message("en"))

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.facts)

    def message(self, lang: Language = "vi") -> str:
        """The message in Vietnamese or English."""
        return self.templates[lang].format(**self.facts)


def _grouped(count: int, lang: Language) -> str:
    """A count with its thousands set apart."""
    return f"{count:,}".replace(",", "." if lang == "vi" else ",")


def _rebuild(kind: type[KgError], facts: dict[str, object]) -> KgError:
    return kind(**facts)


class NotFound(KgError):
    """No instrument or document answers to what was asked (`what`)."""

    code = "not_found"
    templates: ClassVar[dict[Language, str]] = {
        "vi": "Không tìm thấy “{what}” trong kho dữ liệu. Kiểm tra lại số ký hiệu, hoặc tìm bằng từ khóa.",
        "en": "Nothing in the dataset answers to “{what}”. Check the number, or search by keyword.",
    }


class NoDataset(NotFound):
    """The folder `what` holds no dataset, or nothing was published in it yet."""

    code = "no_dataset"
    templates: ClassVar[dict[Language, str]] = {
        "vi": "Thư mục {what} chưa có dữ liệu. Nạp văn bản trước: danchieu ingest THƯ_MỤC --store {what}",
        "en": "There is no dataset in {what}. Load documents first: danchieu ingest FOLDER --store {what}",
    }


class Ambiguous(KgError):
    """More than one instrument or document answers; `candidates` are all of them, or the first of `total`."""

    code = "ambiguous"
    templates: ClassVar[dict[Language, str]] = {
        "vi": "Có {count} văn bản trùng với “{what}”. Ghi rõ hơn: số@cơ quan@năm, hoặc dùng IRI.",
        "en": "{count} instruments answer to “{what}”. Say which: number@body@year, or use the IRI.",
    }

    unlisted: ClassVar[dict[Language, str]] = {
        "vi": "Còn {count} văn bản khác mang số này: thêm cơ quan ban hành hoặc năm, hay tìm số này.",
        "en": "{count} more have this number: add the issuing body or the year, or search for it.",
    }
    """Follows the message where there are more than the candidates."""

    def __init__(
        self, what: str, candidates: tuple[InstrumentRef | SourceRef, ...], total: int | None = None
    ) -> None:
        self.candidates = candidates
        self.total = len(candidates) if total is None else total
        super().__init__(what=what)

    def __reduce__(self) -> tuple[object, ...]:
        return Ambiguous, (self.facts["what"], self.candidates, self.total)

    def message(self, lang: Language = "vi") -> str:
        message = self.templates[lang].format(what=self.facts["what"], count=_grouped(self.total, lang))
        left = self.total - len(self.candidates)
        return f"{message} {self.unlisted[lang].format(count=_grouped(left, lang))}" if left else message


class StoreError(KgError):
    """The dataset at `path` cannot be opened, read or written (`reason`)."""

    code = "store"
    templates: ClassVar[dict[Language, str]] = {
        "vi": "Không dùng được kho dữ liệu {path}: {reason}",
        "en": "The dataset at {path} cannot be used: {reason}",
    }


class StoreBusy(StoreError):
    """Another process is writing the dataset at `path`."""

    code = "store_busy"
    templates: ClassVar[dict[Language, str]] = {
        "vi": "Kho dữ liệu {path} đang được một tiến trình khác ghi. Chờ tiến trình đó xong rồi chạy lại.",
        "en": "Another process is writing the dataset at {path}. Wait for it to finish and run again.",
    }


class QueryRejected(KgError):
    """A SPARQL query that this dataset does not run (`reason`)."""

    code = "query_rejected"
    templates: ClassVar[dict[Language, str]] = {
        "vi": "Truy vấn không được chấp nhận: {reason}",
        "en": "The query is not accepted: {reason}",
    }


class QueryTimeout(KgError):
    """A SPARQL query that did not finish within `seconds`."""

    code = "query_timeout"
    templates: ClassVar[dict[Language, str]] = {
        "vi": "Truy vấn không xong trong {seconds} giây nên đã dừng. Thu hẹp truy vấn hoặc thêm LIMIT.",
        "en": "The query did not finish within {seconds} s and was stopped. Narrow it or add a LIMIT.",
    }


class QueryFailed(KgError):
    """A SPARQL query that brought its process down: it took too much memory, or nested too deep."""

    code = "query_failed"
    templates: ClassVar[dict[Language, str]] = {
        "vi": "Truy vấn cần quá nhiều bộ nhớ hoặc lồng quá sâu nên đã dừng. Hãy thu hẹp truy vấn.",
        "en": "The query needed too much memory or nested too deep and was stopped. Narrow it.",
    }


class QueryBusy(KgError):
    """So many queries run that this one found no turn."""

    code = "query_busy"
    templates: ClassVar[dict[Language, str]] = {
        "vi": "Máy chủ đang chạy quá nhiều truy vấn. Thử lại sau ít phút.",
        "en": "Too many queries are running. Try again in a moment.",
    }


class UpdatesClosed(KgError):
    """SPARQL updates are not taken here (`reason`)."""

    code = "updates_closed"
    templates: ClassVar[dict[Language, str]] = {
        "vi": "Kho dữ liệu này không nhận SPARQL Update: {reason}",
        "en": "This dataset takes no SPARQL updates: {reason}",
    }


class BadRequest(KgError):
    """An argument that cannot be right (`what`, `reason`)."""

    code = "bad_request"
    templates: ClassVar[dict[Language, str]] = {
        "vi": "Giá trị “{what}” không hợp lệ: {reason}",
        "en": "The value “{what}” is not valid: {reason}",
    }

"""Pages where people change the dataset: the review of citations, and the loading of documents."""

from __future__ import annotations

from kg.questions.review_queue import ReviewQueue
from ontology import relations_by_name
from viz.language import Language
from viz.render import render


def review_page(queue: ReviewQueue, language: Language, address: str) -> str:
    """The queue, one card a citation, made to be worked through from the keyboard."""
    return render(
        "review.html", language, address, island="review", queue=queue, relations=list(relations_by_name())
    )


def upload_page(language: Language, address: str) -> str:
    """The place to drop files, with progress and the result of each."""
    return render("upload.html", language, address, island="upload")

"""Pages where people change the dataset; the changes themselves go through the API, with its token."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from api.page_answer import address_of, page_answer
from api.reader import language
from api.routes.parameters import Asked
from kg.questions.review_queue import QueueOrder, review_queue
from viz.address import ADDRESSES
from viz.work_pages import review_page, upload_page

router = APIRouter(include_in_schema=False)


@router.get(ADDRESSES.review)
def review(request: Request, dataset: Asked, order: QueueOrder = "uncertain") -> Response:
    """The citations that a person should judge next."""
    queue = review_queue(dataset, order=order)
    return page_answer(request, review_page(queue, language(request), address_of(request)))


@router.get(ADDRESSES.upload)
def upload(request: Request) -> Response:
    """The place to drop files."""
    return page_answer(request, upload_page(language(request), address_of(request)))

"""The web application: pages, API and SPARQL over one dataset. `create_app` makes one; nothing is global."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import resources

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from api import examples, guard, problems
from api.datasets import PublishedDataset
from api.freshness import Freshness
from api.jobs import Jobs
from api.lanes import Lanes
from api.reading import Reading
from api.routes import (
    checks,
    coverage,
    dataset,
    documents,
    exports,
    graphs,
    instruments,
    linked_data,
    pages,
    questions,
    reviews,
    sparql,
    statements,
    system,
    uploads,
)
from api.settings import Settings
from api.traffic import Metrics, Traffic
from kg.ingest.batch import tool_version

DESCRIPTION = """Citations between Vietnamese legal and administrative documents, each with its evidence.

An instrument is named by its number (`9120/QĐ-TTg`), its IRI, its id (the path after `id/`) or
`number@body@year`. Errors are problem+json (RFC 9457)."""


ROUTES = (
    instruments, statements, questions, coverage, checks, uploads, documents, reviews, exports,
    sparql, graphs, dataset, system, linked_data, pages,
)  # fmt: skip
"""The modules with routes, in the order in which they are tried: addresses that take any path come last."""


def create_app(settings: Settings) -> FastAPI:
    """The application over the dataset of `settings.store`. Raises an error of `kg` where there is none."""
    published = PublishedDataset(settings.store)
    reading = Reading(settings.reading_seconds)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        published.close()
        reading.close()

    app = FastAPI(
        title="Dẫn Chiếu",
        description=DESCRIPTION,
        version=tool_version(),
        docs_url=None,  # the usual pages load scripts from elsewhere; ours is `/api`
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.settings = settings
    app.state.published = published
    app.state.reading = reading
    app.state.lanes = Lanes()
    app.state.jobs = Jobs(settings.store)
    app.state.metrics = Metrics()
    app.add_middleware(Freshness, published=published, kept_bytes=settings.kept_bytes)
    app.add_middleware(Traffic, settings=settings, metrics=app.state.metrics)
    guard.install(app, settings.upload_bytes)
    problems.install(app)
    for module in ROUTES:
        app.include_router(module.router, responses=problems.RESPONSES)
    examples.install(app)
    static = resources.files("viz") / "static"
    app.mount("/static", StaticFiles(directory=str(static)), name="static")
    return app

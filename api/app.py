"""The web application: pages, API and SPARQL over one dataset. `create_app` makes one; nothing is global."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import resources

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from api import guard, problems
from api.datasets import PublishedDataset
from api.routes import dataset, documents, graphs, instruments, linked_data, pages, questions, sparql, system
from api.settings import Settings
from kg.ingest.batch import tool_version

DESCRIPTION = """Citations between Vietnamese legal and administrative documents, each with its evidence.

An instrument is named by its number (`2457/QĐ-BGDĐT`), its IRI, its id (the path after `id/`) or
`number@body@year`. Errors are problem+json (RFC 9457)."""


def create_app(settings: Settings) -> FastAPI:
    """The application over the dataset of `settings.store`. Raises an error of `kg` where there is none."""
    published = PublishedDataset(settings.store)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        published.close()

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
    guard.install(app)
    problems.install(app)
    for module in (instruments, questions, documents, sparql, graphs, dataset, system, linked_data, pages):
        app.include_router(module.router)
    static = resources.files("viz") / "static"
    app.mount("/static", StaticFiles(directory=str(static)), name="static")
    return app

"""Where the parts of a dataset lie in its folder, and the manifest that names the published state.

dataset.json    format, base IRI, generation: the newest published state; the endpoint that has the graphs
store/          what ingest writes; one process at a time (not with an endpoint)
snapshots/N/    published states for readers, N the generation (not with an endpoint)
texts.sqlite    raw texts by document hash
index/N/        derived from snapshot N
journal.sqlite  which file was loaded with which content
stated.sqlite   the documents' citations and descriptions as rows, from which an index is made
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from kg.errors import NoDataset, StoreError
from kg.store.endpoint import Endpoint

FORMAT = 2


@dataclass(frozen=True, slots=True)
class Manifest:
    """What `dataset.json` says. Generation 0: nothing is published yet.

    `endpoint` is where the graphs are, None for those in the folder itself.
    """

    base: str
    generation: int = 0
    format: int = FORMAT
    endpoint: Endpoint | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """The paths of one dataset folder."""

    root: Path

    @property
    def manifest_file(self) -> Path:
        return self.root / "dataset.json"

    @property
    def store(self) -> Path:
        return self.root / "store"

    @property
    def texts(self) -> Path:
        return self.root / "texts.sqlite"

    @property
    def journal(self) -> Path:
        return self.root / "journal.sqlite"

    @property
    def stated(self) -> Path:
        return self.root / "stated.sqlite"

    @property
    def snapshots(self) -> Path:
        return self.root / "snapshots"

    def snapshot(self, generation: int) -> Path:
        return self.snapshots / str(generation)

    @property
    def indexes(self) -> Path:
        return self.root / "index"

    def index(self, generation: int) -> Path:
        return self.indexes / str(generation)

    def read_manifest(self) -> Manifest:
        """The manifest. Raises NoDataset where there is none, StoreError where it is unreadable."""
        try:
            said = json.loads(self.manifest_file.read_text(encoding="utf-8"))
            endpoint = said.pop("endpoint", None)
            manifest = Manifest(**said, endpoint=Endpoint(**endpoint) if endpoint else None)
        except FileNotFoundError:
            raise NoDataset(what=self.root) from None
        except (ValueError, TypeError, AttributeError, OSError) as error:
            raise StoreError(path=self.root, reason=f"dataset.json: {error}") from error
        if manifest.format != FORMAT:
            known = f"this program knows {FORMAT}: load its files into a new folder"
            reason = f"it has format {manifest.format}, {known}"
            raise StoreError(path=self.root, reason=reason)
        return manifest

    def write_manifest(self, manifest: Manifest) -> None:
        """Replace the manifest in one step: readers see the old one or the new one."""
        unfinished = self.manifest_file.with_suffix(".part")
        with unfinished.open("w", encoding="utf-8") as file:
            json.dump(asdict(manifest), file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(self.manifest_file)

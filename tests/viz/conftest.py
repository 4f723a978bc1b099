"""The dataset of samples, shared with the tests of the graph."""

from tests.kg.conftest import sample_store, samples

__all__ = ["sample_store", "samples"]

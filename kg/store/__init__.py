"""Stores of quads, the archive of texts, and the layout of a dataset's folder."""

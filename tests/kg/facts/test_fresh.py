"""What documents say lies at hand until it is forgotten."""

from __future__ import annotations

from contextlib import closing

from kg.facts.fresh import FreshStatements


def test_what_was_put_is_there_until_it_is_forgotten() -> None:
    with closing(FreshStatements()) as fresh:
        fresh.put("a", b"first")
        fresh.put("b", b"")
        fresh.put("c", b"third")
        fresh.put("a", b"anew")
        fresh.forget(["c", "never there"])
        assert [fresh.get(hash_) for hash_ in "abcd"] == [b"anew", b"", None, None]
        fresh.clear()
        assert fresh.get("a") is None
        fresh.put("a", b"again")
        assert fresh.get("a") == b"again"

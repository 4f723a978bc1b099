"""The command `danchieu`: parses what was typed, calls one function of `kg`, shows what came back."""

from __future__ import annotations

import sys

import click

from api.exits import Exit
from api.options import language_option
from api.speech import SpokenGroup, speech, usage_message

COMMANDS = (
    "ingest", "remove", "search", "implements", "chain", "coverage", "gaps", "impact", "compare", "timeline",
    "problems", "status", "given", "explain", "review", "gold", "query", "export", "graph", "extract", "eval",
    "agreement", "validate", "diff", "stats", "backup", "restore", "bundle", "rebuild-index", "recompute",
    "bench-data", "serve", "demo",
)  # fmt: skip


@click.group(cls=SpokenGroup, name="danchieu", package="api.commands", names=COMMANDS)
@click.version_option(package_name="danchieu", message="%(prog)s %(version)s")
@language_option
def danchieu(lang: str | None) -> None:  # help stands in the catalogue under cli.main
    """Read Vietnamese legal documents, keep their citations as a graph, answer with evidence."""


def main(arguments: list[str] | None = None) -> None:
    """The console script: run the command and leave with one of the codes of `api.exits.Exit`."""
    _speak_utf8()
    try:
        code = danchieu.main(arguments, prog_name="danchieu", standalone_mode=False)
    except click.UsageError as error:
        click.echo(usage_message(error), err=True)
        code = Exit.USAGE
    except click.Abort:
        click.echo(speech()("cli.aborted"), err=True)
        code = Exit.ABORTED
    except BrokenPipeError:
        # Whoever read our output (`| head`) has seen enough; do not let the interpreter complain at exit.
        sys.stdout = None
        code = Exit.OK
    sys.exit(code if isinstance(code, int) else Exit.OK)


def _speak_utf8() -> None:
    """Vietnamese on every console: a Windows code page must neither fail nor turn letters into marks."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    main()

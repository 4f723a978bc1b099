"""Running the application: a socket of our own first, so that a taken port is said in plain words."""

from __future__ import annotations

import json
import os
import socket
from ipaddress import ip_address
from pathlib import Path

import click
import uvicorn
from fastapi import FastAPI
from uvicorn.supervisors import Multiprocess

from api.allocator import give_memory_back
from api.app import create_app
from api.exits import Exit
from api.settings import Settings
from api.speech import language_of, speech
from kg.store.layout import Layout


def serve(store: Path, host: str, port: int, as_json: bool = False, workers: int = 1) -> Exit:
    """Serve until Ctrl-C, with so many processes; port 0 takes any free one.

    Raises an error of `kg` where there is no dataset.
    """
    say = speech()
    settings = Settings(store=store, language=language_of(click.get_current_context(silent=True)))
    Layout(store).read_manifest()
    try:
        listening = _listen(host, port)
    except OSError as error:
        reason = error.strerror or str(error)
        click.echo(say("cli.serve.taken", host=host, port=port, reason=reason), err=True)
        return Exit.USAGE
    if not _is_loopback(host):
        click.echo(say("cli.serve.open_wide", host=host), err=True)
    listening.listen(2048)
    with listening:
        shown = f"[{host}]" if ":" in host else host
        url = f"http://{shown}:{listening.getsockname()[1]}/"
        click.echo(json.dumps({"url": url}) if as_json else say("cli.serve.ready", url=url))
        _run(settings, listening, workers)
    return Exit.OK


def _run(settings: Settings, listening: socket.socket, workers: int) -> None:
    if workers == 1:
        give_memory_back()
        server = uvicorn.Server(_config(create_app(settings), 1))
        server.run(sockets=[listening])
        return
    # Each process makes its own application; what it serves reaches it through the environment.
    os.environ["DANCHIEU_STORE"] = str(settings.store)
    os.environ["DANCHIEU_LANG"] = settings.language
    config = _config("api.server:application", workers)
    Multiprocess(config, sockets=[listening]).run()


def _config(app: FastAPI | str, workers: int) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        factory=isinstance(app, str),
        workers=workers,
        log_level="warning",
        server_header=False,
        access_log=False,
        proxy_headers=False,
    )


def application() -> FastAPI:
    """The application of one of several processes, by the settings of the environment."""
    give_memory_back()
    return create_app(Settings())


def _listen(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    listening = socket.socket(family, kind, protocol)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
    except OSError:
        listening.close()
        raise
    return listening


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"

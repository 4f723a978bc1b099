"""Running the application: a socket of our own first, so that a taken port is said in plain words."""

from __future__ import annotations

import json
import socket
from ipaddress import ip_address
from pathlib import Path

import click
import uvicorn

from api.app import create_app
from api.exits import Exit
from api.settings import Settings
from api.speech import language_of, speech


def serve(store: Path, host: str, port: int, as_json: bool = False) -> Exit:
    """Serve until Ctrl-C; port 0 takes any free one. Raises an error of `kg` where there is no dataset."""
    say = speech()
    app = create_app(Settings(store=store, language=language_of(click.get_current_context(silent=True))))
    try:
        listening = _listen(host, port)
    except OSError as error:
        reason = error.strerror or str(error)
        click.echo(say("cli.serve.taken", host=host, port=port, reason=reason), err=True)
        return Exit.USAGE
    if not _is_loopback(host):
        click.echo(say("cli.serve.open_wide", host=host), err=True)
    with listening:
        shown = f"[{host}]" if ":" in host else host
        url = f"http://{shown}:{listening.getsockname()[1]}/"
        click.echo(json.dumps({"url": url}) if as_json else say("cli.serve.ready", url=url))
        config = uvicorn.Config(app, log_level="warning", server_header=False, access_log=False)
        uvicorn.Server(config).run(sockets=[listening])
    return Exit.OK


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

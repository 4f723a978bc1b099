"""Commands that speak the user's language: help, usage and errors come from the catalogue, by name.

A command called `chain` finds its help under `cli.chain.about`, its example under `cli.chain.example` and the
help of its `--direction` under `cli.chain.direction`, or `cli.option.direction` where all commands share it.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Mapping
from typing import Any, cast

import click
from click.exceptions import MissingParameter, NoSuchOption

from viz.language import DEFAULT_LANGUAGE, LANGUAGES, Language, Messages, messages

LANGUAGE_VARIABLE = "DANCHIEU_LANG"
_LONGEST_CHOICE = 40
"""Choices longer than this, in letters, stand in an option's help and not beside its name."""


def language_of(ctx: click.Context | None) -> Language:
    """The language asked for by `--lang` on this command or one above it, else by DANCHIEU_LANG, else vi."""
    asked: list[object] = []
    while ctx is not None:
        asked.append(ctx.params.get("lang"))
        ctx = ctx.parent
    asked.append(os.environ.get(LANGUAGE_VARIABLE))
    return next((known for wish in asked for known in LANGUAGES if wish == known), DEFAULT_LANGUAGE)


def speech(ctx: click.Context | None = None) -> Messages:
    """The messages in the language of this command."""
    return messages(language_of(ctx or click.get_current_context(silent=True)))


class HelpOption(click.Option):
    """`--help` that knows of a `--lang` standing after it on the line."""

    def __init__(self) -> None:
        super().__init__(
            ["--help", "-h"], is_flag=True, is_eager=True, expose_value=False, callback=self._show
        )

    def handle_parse_result(
        self, ctx: click.Context, opts: Mapping[str, Any], args: list[str]
    ) -> tuple[Any, list[str]]:
        if opts.get("lang") in LANGUAGES:
            ctx.params["lang"] = opts["lang"]
        return super().handle_parse_result(ctx, opts, args)

    @staticmethod
    def _show(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
        if wanted and not ctx.resilient_parsing:
            click.echo(ctx.get_help(), color=ctx.color)
            ctx.exit()


class SpokenCommand(click.Command):
    """A command whose help is looked up in the catalogue when it is shown."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.add_help_option = False
        self.params.append(HelpOption())

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        say = speech(ctx)
        pieces = [say("cli.label.options_metavar")]
        for param in self.get_params(ctx):
            if isinstance(param, click.Argument):
                pieces.append(self._argument_name(say, param))
        return pieces

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        prefix = speech(ctx)("cli.label.usage") + ": "
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(speech(ctx)(f"{self._key(ctx)}.about"))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        say = speech(ctx)
        with formatter.section(say("cli.label.options")):
            formatter.write_dl(
                [
                    (self._option_name(param), self._option_help(say, ctx, param))
                    for param in self.get_params(ctx)
                    if isinstance(param, click.Option) and not param.hidden
                ]
            )

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        say = speech(ctx)
        with formatter.section(say("cli.label.example")):
            for line in say(f"{self._key(ctx)}.example").splitlines():
                formatter.write(" " * formatter.current_indent + line + "\n")

    def _key(self, ctx: click.Context) -> str:
        return "cli.main" if ctx.parent is None else f"cli.{self.name}"

    def _argument_name(self, say: Messages, param: click.Argument) -> str:
        name = say(f"cli.argument.{param.name}")
        name = f"{name}…" if param.nargs == -1 else name
        return name if param.required else f"[{name}]"

    def _option_name(self, param: click.Option) -> str:
        names = ", ".join(sorted((*param.opts, *param.secondary_opts), key=len))
        if param.is_flag or param.count:
            return names
        choices = _choices(param)
        if choices and len("|".join(choices)) <= _LONGEST_CHOICE:
            return f"{names} [{'|'.join(choices)}]"
        return f"{names} {max(param.opts, key=len).lstrip('-').upper()}"

    def _option_help(self, say: Messages, ctx: click.Context, param: click.Option) -> str:
        own, shared = f"{self._key(ctx)}.{param.name}", f"cli.option.{param.name}"
        text = say(own if say.has(own) else shared)
        choices = _choices(param)
        if len("|".join(choices)) > _LONGEST_CHOICE:
            text += f" ({', '.join(choices)})"
        if isinstance(param.default, str | int) and not param.is_flag:
            text += f" [{say('cli.label.default')}: {param.default}]"
        return text


def _choices(param: click.Option) -> tuple[str, ...]:
    return tuple(param.type.choices) if isinstance(param.type, click.Choice) else ()


class SpokenGroup(SpokenCommand, click.Group):
    """The commands of the product, each imported only when it is called, so that `--help` is quick."""

    def __init__(self, *args: Any, package: str, names: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._package = package
        self._names = names

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self._names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._names:
            return None
        return cast(
            click.Command, importlib.import_module(f"{self._package}.{cmd_name.replace('-', '_')}").command
        )

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return [speech(ctx)("cli.label.group_metavar")]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        say = speech(ctx)
        with formatter.section(say("cli.label.commands")):
            formatter.write_dl([(name, say(f"cli.{name}.summary")) for name in self._names])
        super().format_options(ctx, formatter)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        command = self.get_command(ctx, args[0])
        if command is None:
            ctx.fail(speech(ctx)("cli.usage.command", name=args[0], known=", ".join(self._names)))
        return args[0], command, args[1:]


def usage_message(error: click.UsageError) -> str:
    """What is wrong with the command line and where to read more, in the user's language."""
    say = speech(error.ctx)
    text = error.format_message()
    if isinstance(error, MissingParameter) and error.param is not None:
        name = error.param.name or ""
        argument = isinstance(error.param, click.Argument)
        text = say("cli.usage.missing", name=say(f"cli.argument.{name}") if argument else f"--{name}")
    elif isinstance(error, NoSuchOption):
        text = say("cli.usage.option", name=error.option_name)
    elif isinstance(error, click.BadParameter) and error.param is not None:
        reason = error.message
        if isinstance(error.param.type, click.Choice):
            reason = say("cli.usage.choice", choices=", ".join(error.param.type.choices))
        elif isinstance(error.param.type, click.Path):
            reason = say("cli.usage.path")
        text = say("cli.usage.value", name=error.param.get_error_hint(error.ctx), reason=reason)
    elif isinstance(error, click.BadArgumentUsage) or "extra argument" in text:
        text = say("cli.usage.extra")
    if error.ctx is None:
        return text
    return f"{text}\n{say('cli.usage.more', command=error.ctx.command_path)}"

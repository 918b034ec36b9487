"""The page of all commands, from the command line's own objects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

import typer.main

from docs.making.markdown import code, fence, page, table
from sayso.cli.app import app
from sayso.cli.codes import Code


def commands_page() -> str:
    """Return the page: every command with its arguments, options, help text and examples, then the exit codes."""
    root: Any = typer.main.get_command(app)
    parts = [*_text(root.help), "## Options of `sayso` itself", _options(root)]
    for name, command in commands(root):
        parts += [f"## `sayso {name}`", fence(_usage(name, command)), *_text(command.help)]
        arguments = [given for given in command.params if given.param_type_name == "argument"]
        if arguments:
            rows = [(code(given.metavar or given.name.upper()), unmarked(given.help or "")) for given in arguments]
            parts += ["### Arguments of " + name, table(("argument", "meaning"), rows)]
        parts += ["### Options of " + name, _options(command)]
    parts += ["## Exit codes", table(("code", "meaning"), [(str(int(each)), each.meaning) for each in Code])]
    return page("The command line", parts)


def commands(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every command with its name, those of a group inside it under both names."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, f"{before}{name} ")
        else:
            yield before + name, command


def _usage(name: str, command: Any) -> str:
    arguments = [given for given in command.params if given.param_type_name == "argument"]
    named = [(given.metavar or given.name.upper()) + ("..." if given.nargs == -1 else "") for given in arguments]
    return " ".join(["sayso", name, "[OPTIONS]", *named])


def unmarked(words: str) -> str:
    """Return a help text without the terminal's markup."""
    return re.sub(r"\[/?(?:bold|dim|italic)?\]", "", words)


def _text(help_text: str) -> Iterator[str]:
    """Yield a help text as Markdown: the terminal's markup goes, indented lines become examples."""
    examples: list[str] = []
    for block in help_text.split("\n\n"):
        plain = unmarked(block)
        if block.startswith("  "):
            note = re.search(r"\[dim\](.*?)\[/\]", block)
            line = re.sub(r"\s*\[dim\].*", "", block).strip()
            examples.append(f"{line:<48}# {note[1]}" if note else line)
            continue
        if examples:
            yield fence("\n".join(examples), "console")
            examples = []
        yield f"**{plain.strip()}**" if block.startswith("[bold]Example") else plain.strip()
    if examples:
        yield fence("\n".join(examples), "console")


def _options(command: Any) -> str:
    hints = get_type_hints(command.callback)
    rows = []
    for given in command.params:
        if given.param_type_name == "option" and not given.hidden:
            default = "" if given.default in (None, False) else code(str(_plain(given.default)))
            names = ", ".join(code(name) for name in (*given.opts, *given.secondary_opts))
            rows.append(
                (
                    names,
                    _value(hints.get(given.name, bool if given.is_flag else str), given),
                    default,
                    unmarked(given.help or ""),
                )
            )
    rows.append(("`--help`, `-h`", "", "", "Show this message and exit."))
    return table(("option", "value", "default", "meaning"), rows)


def _plain(value: object) -> object:
    return value.value if isinstance(value, Enum) else value


def _value(hint: Any, given: Any) -> str:
    """Return what an option takes: a word for its type, its choices, its bounds; nothing for a switch."""
    if get_origin(hint) in (UnionType,) or NoneType in get_args(hint):
        (hint,) = (each for each in get_args(hint) if each is not NoneType)
    if hint is bool:
        return ""
    if isinstance(hint, type) and issubclass(hint, Enum):
        return ", ".join(code(str(each.value)) for each in hint)
    word = given.metavar or {int: "a whole number", float: "a number", str: "text"}.get(hint, "text")
    low, high = getattr(given, "min", None), getattr(given, "max", None)
    return f"{word}, {low} to {high}" if low is not None and high is not None else word

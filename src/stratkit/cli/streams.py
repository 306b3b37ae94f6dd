"""Results go to stdout, messages to stderr, and neither ever breaks."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from stratkit.source.shown import visible


class Stop(Exception):
    """The command cannot go on: one sentence, what to do, and the exit code."""

    def __init__(self, message: str, mend: str = "", *, code: int = 2) -> None:
        super().__init__(message)
        self.help = mend
        self.code = code


def prepare() -> None:
    """Let both streams escape what their encoding cannot show, and write what they are given as it is.

    One that was closed before the command began takes all and keeps nothing.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w"))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


_results: list[str] = []


def result(text: str) -> None:
    """Keep a result for stdout, which gets it when the command has ended."""
    _results.append(text)


def message(text: str) -> None:
    """Write a line to stderr."""
    sys.stderr.write(text + "\n")


def complain(stop: Stop) -> None:
    """Write to stderr why a command cannot go on, and what to do."""
    message(f"stratkit: {visible(str(stop))}")
    if stop.help:
        message(f"  help: {visible(stop.help)}")


def write_results() -> None:
    """Write what the command found. Raises OSError where it cannot go."""
    sys.stdout.write("".join(_results))
    _results.clear()
    sys.stdout.flush()
    sys.stderr.flush()


def give_up_stdout() -> None:
    """Nobody reads stdout any more: keep the interpreter from trying again when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write_output(path: Path, content: bytes, *, force: bool, mend: str = "") -> None:
    """Write a file beside its target and move it into place.

    Raises `Stop` if that cannot be, with `mend` if that is better than choosing another place with `-o`.
    """
    from stratkit.render.writing import WriteFault, write_file

    try:
        write_file(path, content, force=force)
    except WriteFault as fault:
        raise Stop(str(fault), mend or fault.help) from None


def writes(sign: str) -> bool:
    """Whether stdout has room for a sign in its encoding."""
    try:
        sign.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True


def wants_colour(choice: str) -> bool:
    """Whether to use colour: as chosen, else on a terminal (NO_COLOR, FORCE_COLOR, TERM=dumb count)."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return os.environ.get("TERM") != "dumb" and sys.stdout.isatty()

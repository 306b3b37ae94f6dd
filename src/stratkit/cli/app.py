"""The command line as a whole: its commands, and how it ends."""

from __future__ import annotations

import errno
import gc
import sys
from typing import Annotated, NoReturn

import typer

from stratkit import __version__
from stratkit.cli import streams
from stratkit.cli.diff import diff
from stratkit.cli.init import init
from stratkit.cli.progress import progress
from stratkit.cli.render import render
from stratkit.cli.rule import rule
from stratkit.cli.schema import schema
from stratkit.cli.templates import templates
from stratkit.cli.validate import validate
from stratkit.source.shown import visible

app = typer.Typer(
    name="stratkit",
    help="Keep an organization's strategy as YAML: check it, and print it as PDF and HTML.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
for command, short in (
    (init, "Begin a plan in a folder."),
    (validate, "Check plans and print what is wrong with them."),
    (render, "Print a plan as PDF and HTML."),
    (progress, "How a plan stands on a day."),
    (diff, "What happened to the promises between two plans."),
    (rule, "List the rules, or explain one."),
    (schema, "Print the JSON Schema of the format, for editors."),
):
    app.command(short_help=short)(command)
app.add_typer(templates, name="templates", short_help="List templates, or copy one to change it.")

# Typer carries Click inside itself and offers only some of its exceptions by name.
UsageError: type[typer.BadParameter] = typer.BadParameter.__bases__[0]


def _print_version(wanted: bool) -> None:
    if wanted:
        streams.result(f"stratkit {__version__}\n")
        raise typer.Exit


@app.callback(epilog="Begin with: stratkit init my-plan")
def _root(
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


def run() -> NoReturn:
    """Run the command line; ends the process with 0, 1 or 2."""
    streams.prepare()
    code = _call()
    try:
        streams.write_results()
    except BrokenPipeError:
        streams.give_up_stdout()
        code = 0
    except OSError as error:
        streams.give_up_stdout()
        reason = "the disk is full" if error.errno == errno.ENOSPC else (error.strerror or str(error))
        streams.message(f"stratkit: the output could not be written: {reason}")
        code = 2
    gc.freeze()  # nor when the interpreter ends
    sys.exit(code)


def _call() -> int:
    try:
        code = app(standalone_mode=False)
    except streams.Stop as stop:
        streams.complain(stop)
        return stop.code
    except UsageError as error:
        _explain_usage(error)
        return 2
    except (typer.Abort, KeyboardInterrupt):
        streams.message("stratkit: stopped")
        return 130
    except Exception as error:  # noqa: BLE001 — the last place where a fault of ours can become one line
        return _confess(error)
    return code if isinstance(code, int) else 0


def _explain_usage(error: typer.BadParameter) -> None:
    if type(error).__name__ == "NoArgsIsHelpError":
        streams.message(error.format_message())
        return
    where = error.ctx.command_path if error.ctx else "stratkit"
    streams.message(f"stratkit: {visible(_usage_fault(error))}")
    streams.message(f"  help: `{where} -h` shows how it is used")


def _usage_fault(error: typer.BadParameter) -> str:
    """What was used wrongly; a value of the environment by its name there."""
    option = getattr(error, "param", None)
    if error.ctx and option:
        given = error.ctx.get_parameter_source(option.name)
        if given and given.name == "ENVIRONMENT":
            return f"{option.envvar} in the environment: {error.message}"
    return error.format_message()


def _confess(error: Exception) -> int:
    if {"-v", "--verbose"} & set(sys.argv):
        import traceback

        streams.message("".join(traceback.format_exception(error)).rstrip())
    said = visible(f"{type(error).__name__}: {error}")
    streams.message(f"stratkit: this is a fault of stratkit, not of your plan: {said}")
    streams.message("  help: run it again with -v and report what it prints")
    return 2

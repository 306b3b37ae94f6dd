"""The command line: one module for each command, and the only place that prints or exits."""

from __future__ import annotations


def main() -> None:
    """Run the command line and end the process with its exit code."""
    import gc

    # A plan is many small objects that live to the end: looking for garbage among them is time for nothing.
    gc.disable()
    from stratkit.cli.app import run

    run()

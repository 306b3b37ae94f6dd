"""`stratkit schema`: the JSON Schema of the plan format."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from stratkit.cli import streams


def schema(
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write it to this file instead of stdout.")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Overwrite a file that stratkit did not make.")
    ] = False,
) -> None:
    """Print the JSON Schema of a plan's files, for editors.

    In a YAML file, the line `# yaml-language-server: $schema=PATH` turns on completion and hints.
    """
    from stratkit.formats.schema import schema_text

    text = schema_text()
    if output is None:
        streams.result(text)
        return
    streams.write_output(output, text.encode(), force=force)
    streams.message(f"wrote {output}")

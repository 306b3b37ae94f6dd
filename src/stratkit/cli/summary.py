"""The summary of a job on GitHub Actions, which is what its steps append to a file."""

from __future__ import annotations

from pathlib import Path

from stratkit.cli import streams
from stratkit.formats.github import SUMMARY_LIMIT
from stratkit.source.shown import visible


def append_summary(text: str, path: str) -> None:
    """Add a text to the file, if there is room; a file that cannot be written is one line on stderr."""
    content = text.encode()
    try:
        with Path(path).open("ab") as file:
            if file.tell() + len(content) > SUMMARY_LIMIT:
                streams.message("stratkit: the job summary is full, and these findings are not in it")
                return
            file.write(content)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        streams.message(f"stratkit: the job summary could not be written: {visible(path)}: {visible(reason)}")

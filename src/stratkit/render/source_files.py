"""What a PDF brings along of the plan it was made from."""

from __future__ import annotations

import os
from collections.abc import Iterator

from stratkit.load.excerpt import Excerpt
from stratkit.load.texts import texts
from stratkit.load.workspace import Workspace
from stratkit.model.prose import FromFile
from stratkit.model.shape import Prose
from stratkit.render.paper import Attachment
from stratkit.source.text import SourceText

YAML = "application/yaml"
MARKDOWN = "text/markdown"


def source_files(workspace: Workspace, folder: str = "") -> tuple[Attachment, ...]:
    """The YAML files of a plan and the Markdown files they name; names are relative to the plan's folder.

    Of an excerpt it is one file with what is left. `folder` comes before the names.
    """
    if isinstance(workspace, Excerpt):
        source = workspace.source
        return (Attachment(name=f"{folder}{source.path}", content=source.text.encode(), media_type=YAML),)
    files = {source.path: (source, YAML) for source in workspace.sources}
    for source in _prose_files(workspace):
        files.setdefault(source.path, (source, MARKDOWN))
    base, top = workspace.door.base, workspace.folder
    revision = f"{workspace.door.revision}:"
    return tuple(
        Attachment(
            name=folder + os.path.relpath(base / path.removeprefix(revision), top).replace(os.sep, "/"),
            content=source.text.encode(),
            media_type=media_type,
        )
        for path, (source, media_type) in files.items()
    )


def _prose_files(workspace: Workspace) -> Iterator[SourceText]:
    for text in texts(workspace, Prose):
        for value in (text.value, *text.translations.values()):
            if isinstance(value, FromFile):
                yield value.source

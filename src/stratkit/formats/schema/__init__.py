"""The JSON Schema of a plan's file, for editors: what the model says of itself, in draft 7.

It speaks of one file as an editor's YAML reads it. So it requires nothing at the top, since a plan may have
many files, and takes `2021`, `8.10` and `true` for what an editor makes of them: numbers and flags.
"""

from stratkit.formats.schema.layout import lay_out
from stratkit.formats.schema.records import plan_schema

__all__ = ["plan_schema", "schema_text"]


def schema_text() -> str:
    """The schema as its file has it."""
    return lay_out(plan_schema()) + "\n"

"""The file that becomes the summary of a job."""

from __future__ import annotations

from pathlib import Path

import pytest

from stratkit.cli.summary import append_summary
from stratkit.formats.github import SUMMARY_LIMIT


def test_it_is_added_to_what_is_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "summary.md"
    for text in ("é\n", "b\n"):
        append_summary(text, str(path))
    assert path.read_bytes() == "é\nb\n".encode()
    assert capsys.readouterr() == ("", "")


def test_a_full_summary_stays_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "summary.md"
    append_summary("x" * SUMMARY_LIMIT, str(path))
    assert capsys.readouterr().err == ""
    append_summary("y", str(path))
    assert path.stat().st_size == SUMMARY_LIMIT
    assert capsys.readouterr().err == "stratkit: the job summary is full, and these findings are not in it\n"


@pytest.mark.parametrize("name", ["", "nowhere/summary.md", "a\0b", "\x1b[2J/x"])
def test_a_file_that_cannot_be_written(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    append_summary("a", f"{tmp_path}/{name}")
    error = capsys.readouterr().err
    assert error.startswith("stratkit: the job summary could not be written: ")
    assert error.count("\n") == 1
    assert error[:-1].isprintable()

"""Files are written whole or not at all, and never over somebody else's work."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from stratkit.render.writing import WriteFault, made_by_stratkit, write_file

OURS = b'<!doctype html><html lang="en"><head><meta name="generator" content="stratkit 0.1.0"></head>'
THEIRS = b'<!doctype html><html lang="en"><head><meta name="generator" content="Another 1.0"></head>'


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_writes_a_new_file_and_its_folder(tmp_path: Path) -> None:
    target = tmp_path / "build" / "plan.html"
    write_file(target, OURS, force=False)
    assert target.read_bytes() == OURS
    assert names(target.parent) == ["plan.html"]


def test_a_new_file_has_the_permissions_of_any_other(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    write_file(tmp_path / "plan.html", OURS, force=False)
    assert (tmp_path / "plan.html").stat().st_mode == (tmp_path / "other").stat().st_mode


@pytest.mark.parametrize(
    "ours",
    [
        OURS,
        b"<head><meta name=generator content=stratkit>",
        b"%PDF-1.7\n" + b"x" * 100_000 + b"<</Producer (WeasyPrint 70.0) /Creator (stratkit 0.1.0)>>",
        b"%PDF-1.7\n<</Creator(stratkit)>>",
    ],
)
def test_replaces_what_stratkit_made(tmp_path: Path, ours: bytes) -> None:
    target = tmp_path / "plan"
    target.write_bytes(ours)
    write_file(target, b"new", force=False)
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize(
    "theirs",
    [
        THEIRS,
        b"",
        b"notes that mention stratkit 0.1.0",
        b'<meta name="generator" content="stratkitchen 2">',
        b"%PDF-1.7\n<</Creator (stratkitchen 2)>>",
        b"x" * 70_000 + OURS,
    ],
)
def test_leaves_what_somebody_else_made(tmp_path: Path, theirs: bytes) -> None:
    target = tmp_path / "plan"
    target.write_bytes(theirs)
    assert not made_by_stratkit(theirs)
    with pytest.raises(WriteFault, match="was not made by stratkit") as caught:
        write_file(target, OURS, force=False)
    assert "--force" in caught.value.help
    assert target.read_bytes() == theirs
    assert names(tmp_path) == ["plan"]


def test_force_replaces_anything(tmp_path: Path) -> None:
    target = tmp_path / "plan.html"
    target.write_bytes(THEIRS)
    write_file(target, OURS, force=True)
    assert target.read_bytes() == OURS


def test_the_same_bytes_may_be_written_twice(tmp_path: Path) -> None:
    write_file(tmp_path / "fonts.ttf", b"font", force=False)
    write_file(tmp_path / "fonts.ttf", b"font", force=False)
    assert names(tmp_path) == ["fonts.ttf"]


@pytest.mark.parametrize("force", [False, True])
def test_a_folder_a_link_or_a_pipe_is_no_target(tmp_path: Path, force: bool) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "mine.html").write_bytes(OURS)
    (tmp_path / "link").symlink_to("mine.html")
    (tmp_path / "loose").symlink_to("nowhere")
    os.mkfifo(tmp_path / "pipe")
    before = names(tmp_path)
    for name, words in {
        "folder": "is a folder",
        "link": "is a link",
        "loose": "is a link",
        "pipe": "is not an ordinary file",
    }.items():
        with pytest.raises(WriteFault, match=words) as caught:
            write_file(tmp_path / name, b"new", force=force)
        assert caught.value.help
    assert names(tmp_path) == before
    assert (tmp_path / "mine.html").read_bytes() == OURS


@pytest.mark.parametrize("below", ["file/plan.html", "file/deeper/plan.html"])
def test_a_file_in_place_of_the_folder(tmp_path: Path, below: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(WriteFault, match="is not a folder"):
        write_file(tmp_path / below, OURS, force=False)
    assert names(tmp_path) == ["file"]


def test_a_name_too_long(tmp_path: Path) -> None:
    with pytest.raises(WriteFault, match="cannot be written"):
        write_file(tmp_path / ("x" * 300), OURS, force=False)
    assert names(tmp_path) == []


READ_ONLY = """
import os, sys
from pathlib import Path
from stratkit.render.writing import WriteFault, write_file
if os.geteuid() == 0:  # permissions do not bind root
    os.setresuid(65534, 65534, 65534)
try:
    write_file(Path(sys.argv[1]), b"new", force=True)
except WriteFault as fault:
    print(fault)
"""


def test_a_read_only_folder(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    (folder / "plan.html").write_bytes(OURS)
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR | stat.S_IXOTH | stat.S_IROTH)
    done = run(READ_ONLY, "plan.html", folder)
    folder.chmod(stat.S_IRWXU)
    assert (done.stderr, done.returncode) == ("", 0)
    assert "there is no permission to write" in done.stdout
    assert names(folder) == ["plan.html"]
    assert (folder / "plan.html").read_bytes() == OURS


FULL = """
import resource, signal, sys
from pathlib import Path
from stratkit.render.writing import WriteFault, write_file
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    write_file(Path(sys.argv[1]), b"x" * 1_000_000, force=True)
except WriteFault as fault:
    print(fault)
"""


def test_a_write_that_breaks_off_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "plan.html"
    target.write_bytes(OURS)
    done = run(FULL, "plan.html", tmp_path)
    assert (done.stderr, done.returncode) == ("", 0)
    assert os.strerror(errno.EFBIG) in done.stdout
    assert target.read_bytes() == OURS
    assert names(tmp_path) == ["plan.html"]


def run(script: str, target: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", script, target],
        cwd=folder,
        env={"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
    )

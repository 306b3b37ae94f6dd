import errno
import os
from pathlib import Path

import pytest

from stratkit.source.door import BadBytes, Door, Unreadable


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    (folder / "plan").mkdir(parents=True)
    (folder / "plan" / "plan.yaml").write_text("format: 1\n", "utf-8")
    (tmp_path / "secret.txt").write_text("secret\n", "utf-8")
    return folder


def refusal(door: Door, path: Path) -> tuple[str, str]:
    with pytest.raises(Unreadable) as caught:
        door.read(path)
    return caught.value.code, str(caught.value)


def test_text_and_path_as_a_reader_knows_it(root: Path) -> None:
    source = Door(root, root / "plan").read(root / "plan" / "plan.yaml")
    assert (source.path, source.text) == ("plan.yaml", "format: 1\n")
    assert Door(root, root).shown(root / "plan" / "x.md") == "plan/x.md"
    assert Door(root, root / "plan").shown(root / "x.md") == "../x.md"
    assert Door(root, root, revision="v1").shown(root / "plan" / "x.md") == "v1:plan/x.md"


def test_byte_order_mark_is_no_part_of_the_text(root: Path) -> None:
    (root / "a.yaml").write_bytes(b"\xef\xbb\xbfa: 1\n")
    assert Door(root, root).read(root / "a.yaml").text == "a: 1\n"


def test_name_that_is_no_utf_8_can_be_shown(root: Path) -> None:
    shown = Door(root, root).shown(root / os.fsdecode(b"caf\xe9.yaml"))
    assert shown == r"caf\udce9.yaml"


def test_first_bad_byte_is_found(root: Path) -> None:
    (root / "a.yaml").write_bytes("é: 1\nname: Caf".encode() + b"\xe9 x\nid: \xff\n")
    with pytest.raises(BadBytes) as caught:
        Door(root, root).read(root / "a.yaml")
    fault = caught.value
    assert fault.byte == 0xE9
    assert fault.source.position(fault.offset) == (2, 10)
    assert fault.source.line(3) == "id: \N{REPLACEMENT CHARACTER}"


def test_bad_byte_after_a_byte_order_mark(root: Path) -> None:
    (root / "a.yaml").write_bytes(b"\xef\xbb\xbfa\xff")
    with pytest.raises(BadBytes) as caught:
        Door(root, root).read(root / "a.yaml")
    assert caught.value.offset == 1


def test_utf_16_is_refused_at_its_first_byte(root: Path) -> None:
    (root / "a.yaml").write_bytes("a: 1\n".encode("utf-16"))
    with pytest.raises(BadBytes) as caught:
        Door(root, root).read(root / "a.yaml")
    assert caught.value.offset == 0


def test_missing_file(root: Path) -> None:
    assert refusal(Door(root, root), root / "none.yaml") == ("missing-file", "there is no such file")


@pytest.mark.parametrize("path", ["../secret.txt", "plan/../../secret.txt", "/etc/hostname"])
def test_path_that_leaves_the_folder(root: Path, path: str) -> None:
    code, message = refusal(Door(root, root), root / path)
    assert (code, message) == ("unsafe-path", "the path leaves the project's folder")


@pytest.mark.parametrize("target", ["../secret.txt", "/dev/zero", "/etc"])
def test_link_that_leaves_the_folder(root: Path, target: str) -> None:
    (root / "link.yaml").symlink_to(target)
    assert refusal(Door(root, root), root / "link.yaml")[0] == "unsafe-path"


def test_link_that_stays_inside(root: Path) -> None:
    (root / "link.yaml").symlink_to("plan/plan.yaml")
    assert Door(root, root).read(root / "link.yaml").text == "format: 1\n"


def test_link_that_goes_round(root: Path) -> None:
    (root / "a.yaml").symlink_to("b.yaml")
    (root / "b.yaml").symlink_to("a.yaml")
    assert refusal(Door(root, root), root / "a.yaml") == ("missing-file", "the path cannot be followed")


def test_link_to_nothing(root: Path) -> None:
    (root / "a.yaml").symlink_to("gone.yaml")
    assert refusal(Door(root, root), root / "a.yaml")[0] == "missing-file"


def test_named_pipe_is_not_waited_for(root: Path) -> None:
    os.mkfifo(root / "pipe.yaml")
    assert refusal(Door(root, root), root / "pipe.yaml") == ("unsafe-path", "this is not an ordinary file")


def test_folder_is_no_file(root: Path) -> None:
    assert refusal(Door(root, root), root / "plan") == ("unsafe-path", "this is not an ordinary file")


@pytest.mark.parametrize("name", ["a\0b", "a" * 300])
def test_impossible_name(root: Path, name: str) -> None:
    assert refusal(Door(root, root), root / name)[0] == "missing-file"


def test_file_that_may_not_be_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", deny)
    code, message = refusal(Door(root, root), root / "plan" / "plan.yaml")
    assert (code, message) == ("missing-file", "the file cannot be opened (Permission denied)")


def test_limits(root: Path) -> None:
    (root / "a").write_bytes(b"x" * 100)
    assert len(Door(root, root, max_file=100).read_bytes(root / "a")) == 100
    assert refusal(Door(root, root, max_file=99), root / "a") == (
        "unsafe-path",
        "the file is larger than 99 bytes",
    )
    door = Door(root, root, max_plan=150)
    door.read(root / "a")
    code, message = refusal(door, root / "a")
    assert (code, message) == ("unsafe-path", "the plan's files hold more than 150 bytes together")


def test_default_limits(root: Path) -> None:
    door = Door(root, root)
    assert (door.max_file, door.max_plan) == (2 * 2**20, 50 * 2**20)
    (root / "big").write_bytes(b"x" * (2 * 2**20 + 1))
    assert refusal(door, root / "big")[1] == "the file is larger than 2,097,152 bytes"


def test_refused_files_leave_nothing_open(root: Path) -> None:
    os.mkfifo(root / "pipe")
    door = Door(root, root)
    before = len(list(Path("/dev/fd").iterdir()))
    for name in ("pipe", "plan", "none"):
        refusal(door, root / name)
    assert len(list(Path("/dev/fd").iterdir())) == before

"""Installs stratkit in every way a user may, and asks each installation for the folders that ship."""

import json
import os
import subprocess
import sys
import tarfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]
FOLDERS = ("templates", "plans", "schema")
ASK = """
import json
from pathlib import Path
import stratkit
from stratkit import shipped

answer = {find.__name__: str(find()) for find in (shipped.templates, shipped.plans, shipped.schema)}
answer |= {"package": str(Path(stratkit.__file__).parent), "version": stratkit.__version__}
print(json.dumps(answer))
"""


def run(*command: str | Path, cwd: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    ended = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


def build(kind: str, source: Path, out: Path) -> Path:
    run(sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", out, cwd=source)
    (made,) = out.iterdir()
    return made


def build_wheel(out: Path) -> Path:
    return build("wheel", CHECKOUT, out / "wheel")


def build_wheel_from_sdist(out: Path) -> Path:
    with tarfile.open(build("sdist", CHECKOUT, out / "sdist")) as archive:
        archive.extractall(out / "source", filter="data")
    (source,) = (out / "source").iterdir()
    return build("wheel", source, out / "wheel")


def build_editable(out: Path) -> Path:
    hook = "import sys; from hatchling.build import build_editable; print(build_editable(sys.argv[1]))"
    return out / run(sys.executable, "-c", hook, out, cwd=CHECKOUT).splitlines()[-1]


def install(wheel: Path, room: Path) -> dict[str, str]:
    """Install into a new environment without the network, and give what its stratkit answers."""
    run(sys.executable, "-m", "venv", "--without-pip", room / "venv", cwd=room)
    python = room / "venv" / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--python", python)
    run(*pip, "install", "--quiet", "--no-deps", "--no-index", "--no-compile", wheel, cwd=room)
    answer: dict[str, str] = json.loads(run(python, "-c", ASK, cwd=room))
    return answer


def sizes(folder: Path) -> Mapping[str, int]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.stat().st_size for path in files}


@pytest.mark.parametrize("build_one", [build_wheel, build_wheel_from_sdist])
def test_wheel_carries_the_folders(build_one: Callable[[Path], Path], tmp_path: Path) -> None:
    answer = install(build_one(tmp_path), tmp_path)
    package = Path(answer["package"])
    assert package.is_relative_to(tmp_path / "venv")
    assert (package / "py.typed").is_file()
    for name in FOLDERS:
        assert Path(answer[name]) == package / "_shipped" / name
        carried, expected = sizes(Path(answer[name])), sizes(CHECKOUT / name)
        assert expected
        assert carried == expected
    assert "_shared/fonts/SourceSerif4-Regular.ttf" in sizes(Path(answer["templates"]))


def test_editable_install_uses_the_checkout(tmp_path: Path) -> None:
    answer = install(build_editable(tmp_path), tmp_path)
    assert Path(answer["package"]) == CHECKOUT / "src" / "stratkit"
    assert {name: Path(answer[name]) for name in FOLDERS} == {name: CHECKOUT / name for name in FOLDERS}


def test_version_is_written_once(tmp_path: Path) -> None:
    wheel = build_wheel(tmp_path)
    answer = install(wheel, tmp_path)
    assert wheel.name == f"stratkit-{answer['version']}-py3-none-any.whl"

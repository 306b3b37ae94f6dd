"""The project speaks of itself alone, licenses its fonts, and sends nobody to a stranger's package."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
FONTS = CHECKOUT / "templates" / "_shared" / "fonts"


def pattern(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), re.IGNORECASE)


# One letter of each is in brackets, so that this file does not find itself.
MACHINE_PATH = pattern(r"(?<![\w.:/-])/(?:wor[k]|roo[t]|tmp/wor[k]|hom[e]/\w+|User[s]/\w+)/")
REGISTRY_HOST = pattern(r"pypi[.]org", r"pythonhosted[.]org", r"npmjs[.](?:com|org)")
WORKSHOP = pattern(
    r"\b(?:this|previous|next) sessio[n]\b",
    r"\bissue #?\d",
    r"\blanguage mode[l]s?\b",
    r"\bA[.]?I[ -](?:assist|agent|generat|help|tool)",
    r"\bsub-?agen[t]s?\b",
    r"\bshared/(?:design|seeds|facts|tools|hooks)\b",
    r"\bfarm-\w+",
)
PUBLIC_INSTALL = pattern(
    r"\b(?:pipx? (?:install|run)|uv (?:add|pip install|tool install)|uvx)"
    r"(?:\s+-\S+)*\s+[\"']?stratki[t]\b(?!\S*\s*@)"
)


def text_files() -> Iterator[tuple[Path, str]]:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=CHECKOUT, capture_output=True, check=True, text=True).stdout
    for name in filter(None, listed.split("\0")):
        path = CHECKOUT / name
        if not path.is_file():
            continue
        try:
            yield Path(name), path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            continue


def find(wanted: re.Pattern[str], *, outside: str = "") -> list[str]:
    """Where the pattern occurs, as `file: match`, not looking below the folder `outside`."""
    files = [(path, text) for path, text in text_files() if path.parts[0] != outside]
    assert {"pyproject.toml", "CONTRIBUTING.md"} <= {str(path) for path, _ in files}
    return [f"{path}: {match[0]}" for path, text in files for match in wanted.finditer(text)]


@pytest.mark.parametrize(
    ("wanted", "sample"),
    [
        (MACHINE_PATH, "see /ro~ot/plan.yaml"),
        (MACHINE_PATH, "cd '/wo~rk/main'"),
        (REGISTRY_HOST, "https://pypi~.org/simple"),
        (WORKSHOP, "done in is~sue 3"),
        (WORKSHOP, "as the previous ses~sion found"),
        (PUBLIC_INSTALL, "pip install -U strat~kit"),
        (PUBLIC_INSTALL, "uvx strat~kit validate"),
    ],
)
def test_patterns_find_what_they_are_for(wanted: re.Pattern[str], sample: str) -> None:
    assert wanted.search(sample.replace("~", ""))


@pytest.mark.parametrize(
    ("wanted", "sample"),
    [
        (MACHINE_PATH, "https://example.org/work/report.pdf"),
        (WORKSHOP, "the session of the General Assembly"),
        (PUBLIC_INSTALL, "pipx install 'stratkit @ git+REPOSITORY@REVISION'"),
        (PUBLIC_INSTALL, "pip install ."),
    ],
)
def test_patterns_leave_the_rest_alone(wanted: re.Pattern[str], sample: str) -> None:
    assert not wanted.search(sample)


def test_no_file_names_a_path_of_a_machine() -> None:
    assert find(MACHINE_PATH) == []


def test_no_file_names_a_registry_host() -> None:
    assert find(REGISTRY_HOST, outside="plans") == []


def test_no_file_tells_how_it_was_made() -> None:
    assert find(WORKSHOP, outside="plans") == []


def test_no_file_installs_from_the_public_index() -> None:
    assert find(PUBLIC_INSTALL) == []


def test_every_font_has_its_licence() -> None:
    fonts = [path for path in FONTS.rglob("*") if path.suffix in {".ttf", ".otf", ".woff2"}]
    licences = list(FONTS.glob("LICENSE-*.md"))
    families = tuple(path.stem.removeprefix("LICENSE-").replace("-", "") for path in licences)
    assert fonts
    assert all("SIL OPEN FONT LICENSE Version 1.1" in path.read_text("utf-8") for path in licences)
    assert [font.name for font in fonts if not font.name.lower().startswith(families)] == []

"""Files that follow from the settings are held against them."""

from pathlib import Path

import pytest

from function.cli import main
from tests.cli.conftest import OWN
from tests.suites.running import HEAD, findings, inline, written

SUITE = (
    f"{HEAD}{inline()}  platformConfig: p.yaml\n"
    "generated:\n  own/x.yaml: apis/worker/claims.yaml\n  own/y.json: apis/worker/schema.json\ncases: [{name: it}]\n"
)


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    written([("p.yaml", OWN)])
    main(["schema", "--platform-config", "p.yaml", "--output", "made"])
    capsys.readouterr()
    written([("own/x.yaml", f"# ours\n{Path('made/apis/worker/claims.yaml').read_text()}")])
    written([("own/y.json", Path("made/apis/worker/schema.json").read_text())])


def said(text: str = SUITE) -> list[str]:
    """Return what is said about generated files; the claim is none with these settings."""
    return [found.message.removeprefix("generated files: ") for found in findings(text) if found.name != "it"]


def test_files_that_follow_from_the_settings_pass() -> None:
    assert said() == []


def test_a_value_that_differs_is_said() -> None:
    Path("own/x.yaml").write_text(Path("own/x.yaml").read_text().replace("xworkers", "others"))
    assert said()[0] == (
        'own/x.yaml: metadata.name: expected "xworkers.apis.example.org"; got "others.apis.example.org"'
    )
    assert len(said()) < 6


def test_other_settings_make_other_files() -> None:
    text = SUITE.replace("platformConfig: p.yaml", "settings: {group: a.b}\n  platformConfig: p.yaml")
    assert 'got "xworkers.apis.example.org"' in said(text)[0]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "claims.yaml",
            "claim.yaml",
            "no file apis/worker/claim.yaml is generated. Hint: did you mean apis/worker/claims",
        ),
        ("apis/worker/claims.yaml", "zzz", "no file zzz is generated. Hint: platformctl schema lists its files"),
        ("own/x.yaml", "none.yaml", "cannot read none.yaml: no such file or directory"),
        ("p.yaml", "none.yaml", "cannot read none.yaml: no such file or directory"),
    ],
)
def test_what_cannot_be_compared_is_said(old: str, new: str, message: str) -> None:
    assert said(SUITE.replace(old, new))[0].startswith(message)

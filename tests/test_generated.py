"""The committed files are those that the models give now."""

from pathlib import Path

from tools.generate import files

ROOT = Path(__file__).parent.parent
FILES = files()


def on_disk(name: str) -> str | None:
    path = ROOT / name
    return path.read_text(encoding="utf-8") if path.is_file() else None


def test_generated_files_are_current() -> None:
    stale = [name for name, text in FILES.items() if on_disk(name) != text]
    assert not stale, f"run `make generate`: {', '.join(stale)} differ from the models"


def test_nothing_is_left_of_an_api_or_a_command_that_is_gone() -> None:
    folders = (ROOT / "apis", ROOT / "man")
    found = {str(path.relative_to(ROOT)) for folder in folders for path in folder.rglob("*") if path.is_file()}
    left = sorted(found - FILES.keys())
    assert not left, f"no model or command makes these any more: {', '.join(left)}"

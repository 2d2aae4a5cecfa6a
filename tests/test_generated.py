"""The committed files are those that the models give now."""

from pathlib import Path

from function.apis.registry import APIS
from function.platform.config import PlatformConfig
from function.publish.artifacts import artifacts
from function.yaml.dump import dump

ROOT = Path(__file__).parent.parent
FILES = artifacts(APIS.values(), PlatformConfig(), dump)


def on_disk(name: str) -> str | None:
    path = ROOT / name
    return path.read_text(encoding="utf-8") if path.is_file() else None


def test_generated_files_are_current() -> None:
    stale = [name for name, text in FILES.items() if on_disk(name) != text]
    assert not stale, f"run `make generate`: {', '.join(stale)} differ from the models"


def test_nothing_is_left_of_an_api_that_is_gone() -> None:
    found = {str(path.relative_to(ROOT)) for path in (ROOT / "apis").rglob("*") if path.is_file()}
    left = sorted(found - FILES.keys())
    assert not left, f"no model makes these any more: {', '.join(left)}"

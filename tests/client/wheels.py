"""Wheels of other versions: this one, with a few texts replaced."""

from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).parent.parent.parent
_METADATA = "Metadata-Version: 2.1\nName: function-event-platform\nVersion: 9.9.9\n"
Edits = Mapping[str, tuple[str, str]]


def wheel(
    folder: Path, edits: Edits | None = None, name: str = "function_event_platform-9.9.9-py3-none-any.whl"
) -> str:
    """Write a wheel and return its path; in each file that is named, the first text is replaced by the second one."""
    path = folder / name
    left = dict(edits or {})
    with ZipFile(path, "w") as archive:
        for file in sorted(ROOT.glob("function/**/*")):
            if not file.is_file() or "__pycache__" in file.parts:
                continue
            inside = str(file.relative_to(ROOT))
            content = file.read_bytes()
            if inside in left:
                old, new = left.pop(inside)
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode())
            archive.writestr(inside, content)
        archive.writestr("function_event_platform-9.9.9.dist-info/METADATA", _METADATA)
    assert not left
    return str(path)

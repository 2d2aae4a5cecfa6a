"""A program in place of kubectl, which answers for a cluster from a file."""

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from function.base.manifest import Json, Manifest

_PROGRAM = """#!{python} -IS
import json, pathlib, sys
answers = json.loads(pathlib.Path({answers!r}).read_text())
path = sys.argv[3]
if sys.argv[1:3] != ["get", "--raw"] or not sys.argv[4].startswith("--request-timeout="):
    sys.exit("error: unexpected arguments")
if path not in answers:
    sys.exit("Error from server (NotFound): the server could not find the requested resource")
if answers[path] is None:
    sys.exit("Error from server (Forbidden): " + path)
print(json.dumps(answers[path]))
"""


def program(folder: Path, answers: Mapping[str, Json]) -> Path:
    """Write the program `kubectl` to a folder; it answers with what is at each path, None is forbidden."""
    file = folder / "answers.json"
    file.write_text(json.dumps(answers))
    written = folder / "kubectl"
    written.write_text(_PROGRAM.format(python=sys.executable, answers=str(file)))
    written.chmod(0o755)
    return written


def listed(items: Iterable[Manifest], api_version: str, kind: str) -> Json:
    """Return objects of a kind as the API server lists them: kind and version are those of the list."""
    bare: list[Json] = [{key: item[key] for key in item if key not in ("apiVersion", "kind")} for item in items]
    return {"apiVersion": api_version, "kind": f"{kind}List", "metadata": {}, "items": bare}

"""A program in place of kubectl that prints objects as `kubectl get -o yaml` does."""

import json
import sys
from collections.abc import Iterable
from pathlib import Path

from function.base.manifest import Manifest

_PROGRAM = """#!{python} -IS
import json, pathlib, sys
objects = json.loads(pathlib.Path({objects!r}).read_text())
get, resource, *words = sys.argv[1:]
assert get == "get" and words[-2:] == ["-o", "yaml"], words
short = {{"xrd": "compositeresourcedefinition", "crd": "customresourcedefinition"}}
plural, _, group = resource.partition(".")
kind = short.get(plural, plural.removesuffix("s"))
names, labels, namespace = [], {{}}, ""
words = words[:-2]
while words:
    word = words.pop(0)
    if word == "-n":
        namespace = words.pop(0)
    elif word == "-l":
        labels = dict([words.pop(0).split("=")])
    elif word[0] != "-":
        names.append(word)
    else:
        assert word in ("-A", "--ignore-not-found"), word
found = [
    item for item in objects
    if item["kind"].lower() == kind
    and (not group or item["apiVersion"].startswith(group + "/"))
    and (not names or item["metadata"]["name"] in names)
    and namespace in ("", item["metadata"].get("namespace"))
    and labels.items() <= item["metadata"].get("labels", {{}}).items()
]
if not found and names:
    sys.exit()
print(json.dumps(found[0] if len(found) == 1 and names else {{"apiVersion": "v1", "items": found, "kind": "List"}}))
"""


def program(folder: Path, objects: Iterable[Manifest]) -> Path:
    """Write the program `kubectl` to a folder; it prints those of the objects that it is asked for."""
    file = folder / "objects.json"
    file.write_text(json.dumps([*objects]))
    written = folder / "kubectl"
    written.write_text(_PROGRAM.format(python=sys.executable, objects=str(file)))
    written.chmod(0o755)
    return written

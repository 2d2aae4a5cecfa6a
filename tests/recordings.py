"""What a real control plane said of the objects, by situation."""

from functools import cache
from pathlib import Path

import yaml

from function.base.manifest import Json, at


@cache
def live(key: str) -> dict[str, Json]:
    """Return the live objects behind a key such as `deployment`, where the situation has one."""
    files = sorted((Path(__file__).parent / "recorded").glob("*.yaml"))
    loaded = {path.stem: yaml.load(path.read_text(), yaml.CSafeLoader) for path in files}
    found = {
        name: at(reported, "observed", key, "status", "atProvider", "manifest") for name, reported in loaded.items()
    }
    return {name: one for name, one in found.items() if one is not None}

"""Writes every file that is generated from the models: `make generate`."""

from collections.abc import Mapping
from pathlib import Path

from function.apis.registry import APIS, named_apis
from function.check import platform
from function.platform.config import PlatformConfig
from function.publish.argocd_health import HEALTH
from function.publish.artifacts import artifacts
from function.publish.own import schema_files
from function.suites import schema as suites
from function.yaml.dump import dump
from tools import commands, manual

ROOT = Path(__file__).resolve().parent.parent
TAKEOVER = "examples/takeover"
_OF_TAKEOVER = {
    "definition.yaml": "apis/eventdrivenservice/claims.yaml",
    "composition.yaml": "compositions/eventdrivenservice-claims.yaml",
    "warnings.yaml": "policy/eventdrivenservice-warnings.yaml",
}
"""The files of the example, and what `platformctl schema` calls them."""


def files() -> Mapping[str, str]:
    """Return the text of each file by its path."""
    return {
        **artifacts(APIS.values(), PlatformConfig(), dump),
        **_takeover(),
        commands.PAGE: commands.page(),
        **manual.pages(),
        f"docs/reference/{suites.FILE}": suites.schema(),
        "docs/reference/suite.md": suites.page(),
    }


def _takeover() -> Mapping[str, str]:
    """Return what follows from the settings of the example."""
    source = f"{TAKEOVER}/platform.yaml"
    settings = platform.load(str(ROOT / source))
    made = schema_files(named_apis(settings.config).values(), settings.config, settings.document or {}, HEALTH, dump)
    origin = f"# Generated from {source} by `make generate`. Do not edit.\n"
    return {f"{TAKEOVER}/{name}": origin + made[path] for name, path in _OF_TAKEOVER.items()}


def main() -> None:
    """Write the files that differ and print their names."""
    for name, text in files().items():
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"written: {name}")


if __name__ == "__main__":
    main()

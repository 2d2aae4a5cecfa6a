"""Writes every file that is generated from the models: `make generate`."""

from pathlib import Path

from function.apis.registry import APIS
from function.platform.config import PlatformConfig
from function.publish.artifacts import artifacts
from function.yaml.dump import dump

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Write the files that differ and print their names."""
    for name, text in artifacts(APIS.values(), PlatformConfig(), dump).items():
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"written: {name}")


if __name__ == "__main__":
    main()

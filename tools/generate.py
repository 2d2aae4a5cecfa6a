"""Write every file that is generated from the models: `make generate`."""

from pathlib import Path

from function.cli.yaml_dump import dump
from function.publish.artefacts import artefacts
from function.render import APIS
from function.spec.platform_config import PlatformConfig

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Write the files that differ and say which."""
    for name, text in artefacts(APIS.values(), PlatformConfig(), dump).items():
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"written: {name}")


if __name__ == "__main__":
    main()

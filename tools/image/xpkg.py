"""A package file read back; `xpkg PACKAGE FOLDER` unpacks its runtime image and prints its environment and command.

Format: an image in the layout of `docker save`, gzipped layers; labels name the layers that are Crossplane's.
"""

import gzip
import io
import json
import shlex
import sys
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

_LABEL = "io.crossplane.xpkg:sha256:"


@dataclass(frozen=True)
class Package:
    """One package file."""

    path: Path

    @property
    def config(self) -> dict[str, Any]:
        """The image's configuration."""
        found: dict[str, Any] = json.loads(self._member(self._manifest()["Config"]))
        return found

    @property
    def documents(self) -> list[dict[str, Any]]:
        """What Crossplane installs: the package's metadata first."""
        for layer in self._layers(base=True):
            content = _content(layer, "package.yaml")
            documents = [document for document in yaml.safe_load_all(content) if document]
            # The CLI writes an empty status into definitions, as every Go program does.
            return [{key: value for key, value in document.items() if key != "status"} for document in documents]
        raise LookupError(f"{self.path}: no layer of Crossplane's")

    @property
    def metadata(self) -> dict[str, Any]:
        """The package's own description, the one document of the group meta.pkg.crossplane.io."""
        (found,) = [document for document in self.documents if document["apiVersion"].startswith("meta.pkg.")]
        return found

    def runtime(self) -> Iterator[tuple[tarfile.TarInfo, tarfile.TarFile]]:
        """Yield every file of the runtime image, and the layer that has it."""
        for layer in self._layers(base=False):
            for member in layer:
                yield member, layer

    def unpack(self, folder: Path) -> None:
        """Write the runtime image's files."""
        for layer in self._layers(base=False):
            layer.extractall(folder, filter="tar")

    def command(self) -> list[str]:
        """Return the image's entry point."""
        return list(self.config["config"]["Entrypoint"])

    def environment(self) -> dict[str, str]:
        """Return the image's variables."""
        return dict(variable.split("=", 1) for variable in self.config["config"]["Env"])

    def _layers(self, *, base: bool) -> Iterator[tarfile.TarFile]:
        labels = self.config["config"].get("Labels", {})
        for name in self._manifest()["Layers"]:
            label = labels.get(_LABEL + name.removesuffix(".tar.gz"))
            if (label == "base") == base:
                with tarfile.open(fileobj=io.BytesIO(gzip.decompress(self._member(name)))) as layer:
                    yield layer

    def _manifest(self) -> dict[str, Any]:
        (only,) = json.loads(self._member("manifest.json"))
        found: dict[str, Any] = only
        return found

    def _member(self, name: str) -> bytes:
        with tarfile.open(self.path) as archive:
            return _content(archive, name)


def _content(archive: tarfile.TarFile, name: str) -> bytes:
    """Return what a file in an archive holds."""
    content = archive.extractfile(name)
    if content is None:
        raise LookupError(f"{name}: not a file")
    return content.read()


def main() -> None:
    """Unpack the image and print what starts it, as words of a shell."""
    package = Package(Path(sys.argv[1]))
    package.unpack(Path(sys.argv[2]))
    words = [*(f"{name}={value}" for name, value in package.environment().items()), *package.command()]
    sys.stdout.write(shlex.join(words) + "\n")


if __name__ == "__main__":
    main()

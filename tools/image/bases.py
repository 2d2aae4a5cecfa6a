"""bases ARCHIVE: refuse a runtime image whose bases were named by tag: nobody could say later what was released."""

import json
import re
import sys
import tarfile

LABELS = ("org.opencontainers.image.base.name", "io.bizmatters.build-base")
DIGEST = re.compile(r"[^@]+@sha256:[0-9a-f]{64}")


def refusals(archive: str) -> list[str]:
    """Return what is wrong with the bases of an image in the layout of `docker save`."""
    with tarfile.open(archive) as files:
        [image] = json.loads(_content(files, "manifest.json"))
        config = json.loads(_content(files, image["Config"]))
    labels = config.get("config", {}).get("Labels") or {}
    return [
        f"{archive}: {label} must name a base by digest (name@sha256:...); got {labels.get(label, 'no label')}"
        for label in LABELS
        if not DIGEST.fullmatch(labels.get(label, ""))
    ]


def _content(files: tarfile.TarFile, name: str) -> bytes:
    member = files.extractfile(name)
    if member is None:
        raise ValueError(f"{name} is no file")
    return member.read()


if __name__ == "__main__":
    found = refusals(sys.argv[1])
    sys.stderr.writelines(f"bases: {refusal}\n" for refusal in found)
    sys.exit(2 if found else 0)

"""archive ROOTFS FILE: write the runtime image as an archive for `docker load` and `crossplane xpkg build`.

The layers contain the folders base and app of ROOTFS. Order, owners, modes, and times are fixed, so equal contents give
equal bytes.
Format: the image configuration of the OCI image specification, in the layout of `docker save`.
"""

import io
import json
import sys
import tarfile
from hashlib import sha256
from pathlib import Path

LAYERS = ("base", "app")
CONFIG = {
    "Entrypoint": ["/usr/bin/python3.11", "-m", "function.main"],
    "Env": ["PATH=/usr/bin", "PYTHONPATH=/app/site", "PYTHONUNBUFFERED=1", "PYTHONDONTWRITEBYTECODE=1"],
    "ExposedPorts": {"9443/tcp": {}},
    "User": "2000:2000",
    "WorkingDir": "/",
}


def layer(folder: Path) -> bytes:
    """Return a tar of everything below `folder`, owned by root and writable only by root."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for path in sorted(folder.rglob("*")):
            member = archive.gettarinfo(str(path), str(path.relative_to(folder)))
            member.mtime = member.uid = member.gid = 0
            member.uname = member.gname = ""
            member.mode = 0o755 if member.mode & 0o100 else 0o644
            if member.isreg():
                with path.open("rb") as content:
                    archive.addfile(member, content)
            else:
                archive.addfile(member)
    return buffer.getvalue()


def image(layers: list[bytes], tag: str) -> bytes:
    """Return the archive of an image with these layers, the lowest first."""
    digests = [sha256(content).hexdigest() for content in layers]
    config = json.dumps(
        {
            "architecture": "amd64",
            "os": "linux",
            "config": CONFIG,
            "rootfs": {"type": "layers", "diff_ids": [f"sha256:{digest}" for digest in digests]},
        }
    ).encode()
    name = f"{sha256(config).hexdigest()}.json"
    files = {f"{digest}.tar": content for digest, content in zip(digests, layers, strict=True)}
    manifest = json.dumps([{"Config": name, "RepoTags": [tag], "Layers": list(files)}]).encode()
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for path, content in {**files, name: config, "manifest.json": manifest}.items():
            member = tarfile.TarInfo(path)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return buffer.getvalue()


def main() -> None:
    """Write the archive and print its size."""
    rootfs, target = Path(sys.argv[1]), Path(sys.argv[2])
    layers = {name: layer(rootfs / name) for name in LAYERS}
    target.write_bytes(image([*layers.values()], "function-event-platform:build"))
    sizes = ", ".join(f"{name} {len(content) / 2**20:.1f} MiB" for name, content in layers.items())
    sys.stdout.write(f"{target}: {sizes}\n")


if __name__ == "__main__":
    main()

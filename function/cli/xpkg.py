"""A package of Crossplane: an image with one file, as `crossplane xpkg build` writes it. Equal texts give equal bytes.

Format: the archive of `docker save`, and the specification of packages (xpkg) in the project of Crossplane.
"""

import gzip
import io
import json
import tarfile
from collections.abc import Mapping
from hashlib import sha256


def xpkg(package: str) -> bytes:
    """Return the archive; `package` is the content of package.yaml: the metadata and all objects."""
    layer = _archive({"package.yaml": package.encode()})
    packed = gzip.compress(layer, mtime=0)
    digest = sha256(packed).hexdigest()
    config = json.dumps(
        {
            "architecture": "",
            "os": "",
            "created": "0001-01-01T00:00:00Z",
            "history": [{"created": "0001-01-01T00:00:00Z"}],
            "rootfs": {"type": "layers", "diff_ids": [f"sha256:{sha256(layer).hexdigest()}"]},
            "config": {"Labels": {f"io.crossplane.xpkg:sha256:{digest}": "base"}},
        }
    ).encode()
    name, file = f"sha256:{sha256(config).hexdigest()}", f"{digest}.tar.gz"
    manifest = json.dumps([{"Config": name, "RepoTags": None, "Layers": [file]}]).encode()
    return _archive({name: config, file: packed, "manifest.json": manifest})


def _archive(files: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for path, content in files.items():
            member = tarfile.TarInfo(path)
            member.size, member.mode = len(content), 0o644
            archive.addfile(member, io.BytesIO(content))
    return buffer.getvalue()

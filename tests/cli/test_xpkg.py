import gzip
import io
import json
import tarfile
from hashlib import sha256

from function.cli.xpkg import xpkg


def read(archive: bytes) -> dict[str, bytes]:
    found = {}
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        for member in files.getmembers():
            content = files.extractfile(member)
            assert content is not None
            found[member.name] = content.read()
    return found


def test_a_package_is_an_image_with_one_file() -> None:
    files = read(xpkg("kind: Configuration\n"))
    (entry,) = json.loads(files["manifest.json"])
    (layer,) = entry["Layers"]
    packed = files[layer]
    assert layer == f"{sha256(packed).hexdigest()}.tar.gz"
    assert read(gzip.decompress(packed)) == {"package.yaml": b"kind: Configuration\n"}
    config = json.loads(files[entry["Config"]])
    assert entry["Config"] == f"sha256:{sha256(files[entry['Config']]).hexdigest()}"
    assert config["rootfs"]["diff_ids"] == [f"sha256:{sha256(gzip.decompress(packed)).hexdigest()}"]
    assert config["config"]["Labels"] == {f"io.crossplane.xpkg:sha256:{sha256(packed).hexdigest()}": "base"}


def test_equal_texts_give_equal_bytes() -> None:
    assert xpkg("a") == xpkg("a")
    assert xpkg("a") != xpkg("b")

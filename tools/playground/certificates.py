"""Certificates and keys that openssl writes to one folder, as NAME.crt and NAME.key."""

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.playground.problem import Problem

_DAYS = "3650"


@dataclass(frozen=True)
class Certificates:
    """The certificates in a folder."""

    folder: Path

    def certificate(self, name: str) -> Path:
        """Return the path of a certificate."""
        return self.folder / f"{name}.crt"

    def key(self, name: str) -> Path:
        """Return the path of a private key."""
        return self.folder / f"{name}.key"

    def authority(self, name: str) -> None:
        """Create a certificate authority."""
        self._make(name, f"/CN={name}", ["basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign,cRLSign"])

    def issue(self, name: str, authority: str, subject: str, usage: str, names: Sequence[str] = ()) -> None:
        """Create a certificate; `names` have openssl's form, DNS:localhost or IP:127.0.0.1."""
        extensions = ["basicConstraints=critical,CA:FALSE", "keyUsage=digitalSignature", f"extendedKeyUsage={usage}"]
        extensions += [f"subjectAltName={','.join(names)}"] if names else []
        self._make(name, subject, extensions, "-CA", self.certificate(authority), "-CAkey", self.key(authority))

    def _make(self, name: str, subject: str, extensions: Sequence[str], *signer: str | Path) -> None:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        command: list[str | Path] = [
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:prime256v1",
        ]
        command += ["-noenc", "-config", "/dev/null", "-days", _DAYS, "-subj", subject, *signer]
        command += ["-keyout", self.key(name), "-out", self.certificate(name)]
        for extension in extensions:
            command += ["-addext", extension]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise Problem(f"openssl could not make {name}: {done.stderr.strip().splitlines()[-1]}")

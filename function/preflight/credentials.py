"""The credentials of a question: keys of Secrets, which Kubernetes writes to files of the pod.

A Secret or a key that does not exist has no file.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from function.base.preflight import NO_CREDENTIALS
from function.base.preflight_target import SecretKey
from function.preflight.failure import Failure

_LARGEST = 64 * 1024
_JAAS = r'\b{}="((?:[^"\\]|\\.)*)"'
"""An option of a login module, as Kafka's clients read it."""
_ESCAPED = re.compile(r"\\(.)")


@dataclass(frozen=True)
class Credentials:
    """The files of a folder, by the names that a question gives them."""

    folder: Path
    named: Mapping[str, SecretKey]

    def path(self, name: str) -> Path | None:
        """Return the file of a credential that the question has."""
        found = self.named.get(name)
        return None if found is None else self.folder / found.file

    def text(self, name: str) -> str:
        """Return a credential that must exist."""
        path = self.path(name)
        if path is None:
            raise Failure(NO_CREDENTIALS)
        try:
            with path.open("rb") as file:
                content = file.read(_LARGEST + 1).decode()
        except (OSError, UnicodeError):
            raise Failure(NO_CREDENTIALS) from None
        if not content or len(content) > _LARGEST:
            raise Failure(NO_CREDENTIALS)
        return content

    def user(self, given: str) -> tuple[str, str]:
        """Return user and password, of a JAAS configuration or one by one; `given` is a user that is no secret."""
        if "jaas" in self.named:
            whole = self.text("jaas")
            return _option(whole, "username"), _option(whole, "password")
        return given or self.text("username"), self.text("password")


def _option(configuration: str, name: str) -> str:
    found = re.search(_JAAS.format(name), configuration)
    if found is None:
        raise Failure(NO_CREDENTIALS)
    return _ESCAPED.sub(r"\1", found[1])

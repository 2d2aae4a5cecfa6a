"""Reads what `terraform output -json` prints."""

import json

from function.apis.terraform_outputs import Outputs
from function.base.manifest import Json
from function.check import files
from function.check.errors import UnusableFileError

_UNUSABLE = "must be what 'terraform output -json' prints"


def terraform_outputs(path: str | None) -> Outputs | None:
    """Return the outputs in a file, or None without one. The values of sensitive outputs are dropped at once.

    Raises UnreadableFileError or UnusableFileError.
    """
    if path is None:
        return None
    name = files.display_name(path)
    try:
        found: Json = json.loads(files.content(path))
    except (ValueError, RecursionError):
        raise UnusableFileError(name, _UNUSABLE) from None
    if not isinstance(found, dict) or not all(_is_output(output) for output in found.values()):
        raise UnusableFileError(name, _UNUSABLE)
    sensitive = frozenset(key for key, output in found.items() if output["sensitive"])
    values = {key: output["value"] for key, output in found.items() if key not in sensitive}
    return Outputs(source=name, values=values, sensitive=sensitive)


def _is_output(output: Json) -> bool:
    return isinstance(output, dict) and "value" in output and isinstance(output.get("sensitive"), bool)

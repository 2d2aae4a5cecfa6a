"""The HTTP request of a health check in a compose file, if the check sends one request and nothing else."""

import re
import shlex
from collections.abc import Sequence

from function.base.manifest import Json, Manifest
from function.importing.compose_values import LONGEST

_URL = re.compile(r"(?:http://)?(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::([0-9]{1,5}))?(/[-A-Za-z0-9_.~/]*)?")
_SILENT = re.compile(r"\s(?:[12&]?>\s?/dev/null|2>&1)(?=\s|\Z)")
_FAILS = re.compile("exit [0-9]{1,3}|false")
_TIMES = "--(?:connect-timeout|max-time|output|output-document|retry|retry-delay|timeout|tries)"
_LONG = (
    "--(?:compressed|fail|fail-with-body|head|insecure|ipv[46]|location|no-cache|no-check-certificate|no-verbose|quiet|"
    f"server-response|show-error|silent|spider|verbose)|{_TIMES}=[^ ]*"
)
_FLAGS = {
    "curl": re.compile(f"-[fsSLkvI46]{{1,16}}|{_LONG}"),
    "wget": re.compile(f"-[qSv46]{{1,16}}|-nv|-q?O(?:-|/dev/null)|-[tT][0-9]{{1,5}}|{_LONG}"),
}
"""What changes neither the request nor which answer is a success: output, timing, and HEAD in place of GET."""
_WITH_VALUE = {
    "curl": re.compile(f"-[fsSLkvI46]{{0,16}}[om]|{_TIMES}"),
    "wget": re.compile(f"-q?[OtT]|{_TIMES}"),
}
"""Such flags with the next word as their value."""
_OPERATORS = frozenset("|&;<>()`$")


def request(test: Json) -> Manifest | None:
    """Return the request that curl or wget sends to its own container, or None if the check is another one."""
    words = _words(test)
    if not words or words[0] not in _FLAGS:
        return None
    flags, with_value = _FLAGS[words[0]], _WITH_VALUE[words[0]]
    urls: list[re.Match[str]] = []
    rest = iter(words[1:])
    for word in rest:
        if with_value.fullmatch(word):
            next(rest, None)
        elif url := _URL.fullmatch(word):
            urls.append(url)
        elif not flags.fullmatch(word):
            return None
    if len(urls) != 1:
        return None
    return {"path": urls[0][2] or "/", "port": int(urls[0][1] or 80)}


def _words(test: Json) -> Sequence[str]:
    """Return the words of the only command of a check, or nothing."""
    parts = [str(word) for word in test] if isinstance(test, list) else ["CMD-SHELL", str(test)]
    if parts[:1] == ["CMD"]:
        return parts[1:]
    script = parts[1] if parts[:1] == ["CMD-SHELL"] and len(parts) == 2 else ""
    if len(script) > LONGEST:
        return []
    command, _, otherwise = script.partition("||")
    command = _SILENT.sub(" ", command)
    if _OPERATORS & {*command} or not _FAILS.fullmatch(otherwise.strip(" ;") or "false"):
        return []
    try:
        return shlex.split(command)
    except ValueError:
        return []

"""The health check of a container in a compose file: its readiness probe."""

from collections.abc import Iterator

from function.base.manifest import Json, Manifest, count_at, items_at, mapping_at, text_at
from function.compose.text import escaped

_REQUEST = frozenset({"path", "port", "scheme"})
_TIMES = ("initialDelaySeconds", "periodSeconds", "timeoutSeconds", "failureThreshold")


def healthcheck(container: Json) -> Manifest | None:
    """Return the check, or None if there is none; the time that the startup probe allows comes first."""
    probe, startup = mapping_at(container, "readinessProbe"), mapping_at(container, "startupProbe")
    test = _test(container)
    if not test:
        return None
    start = count_at(probe, "initialDelaySeconds") + count_at(startup, "initialDelaySeconds")
    start += (count_at(startup, "periodSeconds") or 10) * (count_at(startup, "failureThreshold") or 3) if startup else 0
    return {
        "test": test,
        "interval": f"{count_at(probe, 'periodSeconds') or 10}s",
        "timeout": f"{count_at(probe, 'timeoutSeconds') or 1}s",
        "retries": count_at(probe, "failureThreshold") or 3,
        "start_period": f"{start}s",
    }


def told(container: Json) -> Iterator[str]:
    """Yield which probes have no effect."""
    name, readiness = text_at(container, "name"), mapping_at(container, "readinessProbe")
    checked = bool(_test(container))
    if readiness and not checked:
        kind = next((field for field in readiness if field not in (*_TIMES, "successThreshold")), "none")
        yield f"{name}: readinessProbe: is not checked, because compose has no check of this kind: {kind}"
    if checked and count_at(readiness, "successThreshold") > 1:
        yield f"{name}: readinessProbe.successThreshold: one success counts"
    if mapping_at(container, "startupProbe") and not checked:
        yield f"{name}: startupProbe: is not checked without a readiness probe"
    if "livenessProbe" in mapping_at({"": container}, ""):
        yield f"{name}: livenessProbe: compose does not restart what is unhealthy"


def _test(container: Json) -> list[Json]:
    """Return the words of the check: those of an exec probe, or a request over plain HTTP without headers."""
    probe = mapping_at(container, "readinessProbe")
    command = [escaped(word) for word in items_at(probe, "exec", "command") if isinstance(word, str)]
    if command:
        return ["CMD", *command]
    request = mapping_at(probe, "httpGet")
    port = _port(container, request.get("port"))
    if port is None or not request.keys() <= _REQUEST or request.get("scheme", "HTTP") != "HTTP":
        return []
    url = escaped(f"http://127.0.0.1:{port}{text_at(request, 'path') or '/'}")
    quoted = "'" + url.replace("'", "'\\''") + "'"
    # images have the one or the other
    return ["CMD-SHELL", f"wget -q -O /dev/null {quoted} || curl -fsS -o /dev/null {quoted}"]


def _port(container: Json, port: Json) -> Json:
    """Return the number of a port, which may have a name; None if it has none."""
    if not isinstance(port, str):
        return port
    named = (found for found in items_at(container, "ports") if text_at(found, "name") == port)
    return next((mapping_at({"": found}, "").get("containerPort") for found in named), None)

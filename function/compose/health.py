"""The health check of a container in a compose file: its readiness probe."""

from function.base.manifest import Json, Manifest, count_at, mapping_at, text_at


def healthcheck(container: Json) -> Manifest | None:
    """Return the check, or None without an HTTP probe; the time that the startup probe allows comes first."""
    probe = mapping_at(container, "readinessProbe")
    request = mapping_at(probe, "httpGet")
    if not request:
        return None
    url = f"http://127.0.0.1:{request.get('port')}{text_at(request, 'path') or '/'}".replace("$", "$$")
    quoted = "'" + url.replace("'", "'\\''") + "'"
    startup = mapping_at(container, "startupProbe")
    start = count_at(probe, "initialDelaySeconds") + count_at(startup, "initialDelaySeconds")
    start += (count_at(startup, "periodSeconds") or 10) * (count_at(startup, "failureThreshold") or 3) if startup else 0
    return {
        # images have the one or the other
        "test": ["CMD-SHELL", f"wget -q -O /dev/null {quoted} || curl -fsS -o /dev/null {quoted}"],
        "interval": f"{count_at(probe, 'periodSeconds') or 10}s",
        "timeout": f"{count_at(probe, 'timeoutSeconds') or 1}s",
        "retries": count_at(probe, "failureThreshold") or 3,
        "start_period": f"{start}s",
    }

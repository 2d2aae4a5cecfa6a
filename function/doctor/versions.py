"""Versions that are too old, or are known not to work."""

from collections.abc import Iterator, Mapping

from function.doctor.report import Finding
from function.doctor.version import Version, older, parsed

KUBERNETES, CROSSPLANE, PROVIDER, KEDA, NATS = "Kubernetes", "Crossplane", "provider-kubernetes", "KEDA", "NATS"
_OLDEST: Mapping[str, tuple[Version, str]] = {
    KUBERNETES: ((1, 25, 0), "it ignores the validation rules in the definitions"),
    CROSSPLANE: ((2, 0, 0), "it does not fetch the objects that the function requires, so nothing is created"),
    PROVIDER: ((1, 2, 0), "the Configurations require at least 1.2.0"),
    KEDA: ((2, 20, 0), "it reports no error for a missing stream or consumer, and scales to the maximum or not at all"),
}


def findings(versions: Mapping[str, str]) -> Iterator[Finding]:
    """Yield what is known about these versions; a version that is not known is left out."""
    for name, (oldest, why) in _OLDEST.items():
        if older(versions.get(name, ""), oldest):
            yield _too_old(name, versions[name], oldest, why)
    yield from _known(versions)


def _known(versions: Mapping[str, str]) -> Iterator[Finding]:
    keda, nats, crossplane = (parsed(versions.get(name, "")) for name in (KEDA, NATS, CROSSPLANE))
    if keda in ((2, 20, 0), (2, 20, 1)):
        text = "reports a short gap in the metrics as a failure of the autoscaler. Hint: upgrade to 2.20.2"
        yield _warning(f"KEDA {versions[KEDA]}", text)
    if keda == (2, 20, 2) and nats is not None and (2, 12, 7) <= nats < (2, 13, 0):
        text = "KEDA was reported to find no consumer of this NATS version (kedacore/keda#8165). "
        yield _warning(f"KEDA {versions[KEDA]} with NATS {versions[NATS]}", f"{text}Hint: upgrade NATS to 2.14")
    if crossplane is not None and (2, 0, 0) <= crossplane < (2, 4, 0):
        text = "a change to the EnvironmentConfig with settings, or to a pod, can take ten minutes to reach services"
        yield _warning(f"Crossplane {versions[CROSSPLANE]}", f"{text}. Hint: upgrade to 2.4")


def _too_old(name: str, version: str, oldest: Version, why: str) -> Finding:
    limit = ".".join(map(str, oldest))
    return Finding(code="EP703", about=f"{name} {version}", message=f"is older than {limit}: {why}. Hint: upgrade it")


def _warning(about: str, text: str) -> Finding:
    return Finding(code="EP704", about=about, message=text, severity="warning")

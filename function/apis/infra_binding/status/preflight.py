"""What the status says about the preflight of a binding."""

from collections.abc import Mapping, Sequence

from function.apis.infra_binding.preflight.check import Check
from function.apis.infra_binding.preflight.job import Preflight
from function.apis.infra_binding.preflight.result import reported
from function.apis.infra_binding.status.reasons import preflight as reasons
from function.base import preflight as words
from function.base.manifest import Json, Manifest, present
from function.base.preflight_target import Target
from function.readiness import job
from function.status.observation import Observation
from function.status.reason import Cause

_CAUSES = {
    words.UNRESOLVED: "its name has no address in the DNS of the cluster; correct the name, or create what it names",
    words.FORBIDDEN: "its name leads to an address that no binding may use; correct the name or its entry in the DNS",
    words.REFUSED: "nothing accepts connections there; correct the port, or start the server",
    words.TIMEOUT: "no answer in time; NetworkPolicies of either namespace, or a firewall, may not allow it",
    words.NO_TLS: "it does not complete a TLS handshake; correct the port, or the settings for TLS",
    words.DENIED: "the schema registry lets nobody read without a login; allow it, or leave this check out",
    words.MISSING: "the schema registry has no such subject; register the schema, or correct the topic or address",
    words.DIFFERENT: "the schema has another format; correct serialization.value_format, or register another schema",
    words.UNEXPECTED: "it does not answer as its clients expect; correct the address",
    words.CLOSED: "it is not reachable, or closes the connection; see its log",
    words.NO_CREDENTIALS: "a Secret of its login does not exist, or lacks a valid key; create or correct it",
    words.UNTRUSTED: "its certificate is for another name, or of another authority; correct it or the authority",
    words.LOGIN_REFUSED: "it refuses the login; correct the credentials, or create the user",
    words.ADVERTISED: "it advertises a broker that cannot be reached or used; correct its advertised.listeners",
    words.UNAVAILABLE: "it cannot serve now, or has no leader; see its log",
    words.UNKNOWN_TOPIC: "it has no such topic; create the topic, or correct its name",
    words.NOT_DESCRIBED: "the login may not describe the topic; allow it, or correct the topic",
    words.NOT_READABLE: "the login may not read there; allow it, or correct the name of the topic, key, or table",
    words.NOT_WRITABLE: "the login may not write to the topic; allow it",
    words.GROUP_DENIED: "the login may not read in its consumer group; allow it, or correct consumer.group_id",
    words.UNKNOWN_DATABASE: "it has no such database; correct its number, or its name in the address",
    words.UNKNOWN_TABLE: "the login sees no such table in the database; create it, or correct schema or table",
    words.UNKNOWN_COLUMN: "the table lacks a column that query names; add it, or correct query",
    words.OTHER_LOGIN: "it asks for a login other than SCRAM-SHA-256; change it there, or leave this check out",
    words.FEW_CONNECTIONS: "it never allows the user pool_size connections; raise its limits, or lower pool_size",
    words.FEW_PARTITIONS: "the topic has fewer partitions than the binding says; add some, or correct partitions",
    words.FEW_REPLICAS: "the topic has fewer replicas than the binding says; add some, or correct replication",
    words.FEW_IN_SYNC: "fewer replicas are in sync than min_insync_replicas says; see the log of the brokers",
}
_SHOWN = 5


def results(
    preflight: Preflight, required: Mapping[str, Sequence[Mapping[str, Json]]], seen: Observation | None
) -> Mapping[Target, str]:
    """Return the result for each target. A Job succeeds only if all pass, even if its pods are gone."""
    found = reported(preflight, required)
    if seen is not None and seen.ready and not found:
        return dict.fromkeys(preflight.plan.targets, words.PASSED)
    return found


def shown(preflight: Preflight, found: Mapping[Target, str]) -> Manifest:
    """Return the field of the status."""
    checks: list[Json] = [_shown(check, found) for check in preflight.plan.checks]
    return present({"job": preflight.job_name or None, "checks": checks})


def cause(preflight: Preflight, found: Mapping[Target, str], seen: Observation | None) -> Cause | None:
    """Return the cause for the condition, None if there is nothing to run."""
    if preflight.job is None or seen is None:
        return None
    if seen.ready:
        checks = preflight.plan.checks
        passed = sum(check.target is not None for check in checks)
        return reasons.PREFLIGHT_PASSED.because(passed=str(passed), all=str(len(checks)))
    if not (seen.applied and job.failed(seen.live)):
        return reasons.PREFLIGHT_RUNNING.because(job=preflight.job_name)
    names = [str(target) for target in preflight.plan.targets if found.get(target) not in (None, words.PASSED)]
    if not names:
        return reasons.PREFLIGHT_NOT_RUN.because(job=preflight.job_name)
    more = [f"and {len(names) - _SHOWN} more"] if len(names) > _SHOWN else []
    return reasons.PREFLIGHT_FAILED.because(names=", ".join([*names[:_SHOWN], *more]), job=preflight.job_name)


def _shown(check: Check, found: Mapping[Target, str]) -> Manifest:
    entry: Manifest = {"name": check.path, "check": check.kind}
    if check.target is None:
        return {**entry, "result": "not checked", "reason": check.reason}
    result = found.get(check.target)
    word = "pending" if result is None else "passed" if result == words.PASSED else "failed"
    return present({**entry, "target": str(check.target), "result": word, "reason": _CAUSES.get(result or "")})

"""The spec that the objects of a service imply, with every field that any of them has."""

from collections.abc import Mapping

from function.base.manifest import Json, Manifest, at, mapping_at, present
from function.importing import kinds, pod
from function.importing.containers import http_port, main_container
from function.importing.environment import PORT, literal, literals, references
from function.importing.metrics import metrics, metrics_port
from function.importing.probes import paths, probes
from function.importing.scaling import own_trigger, scaling
from function.platform.resources import KINDS

_USUAL_PORT = 8080


def spec_of(objects: Mapping[str, Manifest]) -> Manifest:
    """Return the spec; `objects` are by kind, and one of them is a Deployment. Nothing in it has been checked."""
    main = main_container(objects[kinds.DEPLOYMENT])
    port = http_port(main, objects.get(kinds.SERVICE))
    return present({**_container(objects, main, port), **_pod(objects, main, port), **_around(objects, main, port)})


def _container(objects: Mapping[str, Manifest], main: Json, port: int | None) -> Manifest:
    own = port is not None and (port != _USUAL_PORT or literal(main, PORT) == str(port))
    return {
        "image": at(main, "image"),
        "nats": _nats(objects.get(kinds.SCALED_OBJECT), main),
        "imagePullPolicy": at(main, "imagePullPolicy"),
        "resources": _amounts(at(main, "resources")),
        "command": at(main, "command"),
        "args": at(main, "args"),
        "env": literals(main, port if own else None),
        "secretRefs": references(main, "secret"),
        "configMapRefs": references(main, "configMap"),
        "httpPort": port if own else None,
        **paths(main),
        "probes": probes(main, _USUAL_PORT if port is None else port),
    }


def _amounts(resources: Json) -> Manifest:
    """Return requests and limits with amounts as text: YAML reads `cpu: 1` as a number."""
    return present(
        {
            side: {
                key: str(value) if _is_number(value) else value
                for key, value in mapping_at(resources, side).items()
                if key in KINDS
            }
            for side in ("requests", "limits")
        }
    )


def _is_number(value: Json) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _pod(objects: Mapping[str, Manifest], main: Json, port: int | None) -> Manifest:
    template = mapping_at(objects[kinds.DEPLOYMENT], "spec", "template")
    pods = mapping_at(template, "spec")
    return {
        "imagePullSecrets": at(pods, "imagePullSecrets"),
        "initContainer": pod.init_container(pods, main, port),
        "terminationGracePeriodSeconds": at(pods, "terminationGracePeriodSeconds"),
        "podLabels": pod.pod_labels(template),
        "podAnnotations": at(template, "metadata", "annotations"),
        "topologySpread": pod.topology_spread(pods),
        "securityContext": pod.security_context(pods, main),
        "volumes": pod.volumes(pods, main),
    }


def _around(objects: Mapping[str, Manifest], main: Json, port: int | None) -> Manifest:
    deployment = objects[kinds.DEPLOYMENT]
    pods = mapping_at(deployment, "spec", "template", "spec")
    budget = mapping_at(objects.get(kinds.BUDGET), "spec")
    own = objects.get(kinds.ACCOUNT)
    account = {
        "annotations": at(own, "metadata", "annotations"),
        "mountToken": pods.get(pod.TOKEN, at(own, pod.TOKEN)),
    }
    of_metrics = metrics_port(objects, main)
    return {
        "sessionAffinity": at(objects.get(kinds.SERVICE), "spec", "sessionAffinity"),
        "scaling": scaling(objects),
        "progressDeadlineSeconds": at(deployment, "spec", "progressDeadlineSeconds"),
        "serviceAccount": present(account),
        "disruptionBudget": {
            key: str(value) for key, value in budget.items() if key in ("minAvailable", "maxUnavailable")
        },
        "metrics": metrics(objects, None if of_metrics == port else of_metrics),
    }


def _nats(scaler: Json, main: Json) -> Manifest:
    own = own_trigger(scaler)
    return present(
        {
            "stream": at(own, "metadata", "stream") or literal(main, "NATS_STREAM_NAME"),
            "consumer": at(own, "metadata", "consumer") or literal(main, "NATS_CONSUMER_GROUP"),
            "url": literal(main, "NATS_URL"),
            "account": at(own, "metadata", "account"),
            "monitoringEndpoint": at(own, "metadata", "natsServerMonitoringEndpoint"),
        }
    )

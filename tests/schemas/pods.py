"""What API servers ask of a pod template, beyond its schema."""

from collections.abc import Iterator, Sequence

from function.base.manifest import Json, at, items_at, mapping_at, text_at
from tests.schemas.metadata import broken_tags
from tests.schemas.values import is_config_key, is_label, is_port_name, is_subdomain, quantity

_PULL_POLICIES = ("Always", "IfNotPresent", "Never")
_PROBES = ("livenessProbe", "readinessProbe", "startupProbe")


def broken_template(template: Json) -> Iterator[str]:
    """Yield what is wrong with a pod template; paths begin at the template."""
    yield from broken_tags(template, "metadata")
    volumes = items_at(template, "spec", "volumes")
    containers = [*items_at(template, "spec", "initContainers"), *items_at(template, "spec", "containers")]
    yield from _twice([text_at(one, "name") for one in containers], "container name")
    yield from _twice([text_at(one, "name") for one in volumes], "volume name")
    for volume in volumes:
        yield from _broken_volume(volume)
    names = {text_at(volume, "name") for volume in volumes}
    for container in containers:
        for line in _broken_container(container, names):
            yield f"container {text_at(container, 'name')}: {line}"


def _broken_container(container: Json, volumes: set[str]) -> Iterator[str]:
    if not is_label(text_at(container, "name")):
        yield "name is no DNS label"
    image = text_at(container, "image")
    if not image or image != image.strip():
        yield f"image {image!r} is empty or has blanks around it"
    if text_at(container, "imagePullPolicy") not in _PULL_POLICIES:
        yield f"imagePullPolicy {text_at(container, 'imagePullPolicy')!r} is none of {_PULL_POLICIES}"
    yield from _broken_env(container)
    yield from _broken_ports(container)
    yield from _broken_resources(container)
    for probe in _PROBES:
        yield from _broken_probe(container, probe)
    mounts = items_at(container, "volumeMounts")
    yield from _twice([text_at(mount, "mountPath") for mount in mounts], "mountPath")
    for mount in mounts:
        if text_at(mount, "name") not in volumes:
            yield f"volumeMount {text_at(mount, 'name')!r} names no volume"
        if not text_at(mount, "mountPath") or ":" in text_at(mount, "mountPath"):
            yield f"mountPath {text_at(mount, 'mountPath')!r} is empty or holds ':'"


def _broken_env(container: Json) -> Iterator[str]:
    entries = items_at(container, "env")
    yield from _twice([text_at(entry, "name") for entry in entries], "env")
    for entry in entries:
        name = text_at(entry, "name")
        if not name or not name.isprintable() or not name.isascii() or "=" in name:
            yield f"env {name!r} is no name of a variable"
        if at(entry, "value") is not None and at(entry, "valueFrom") is not None:
            yield f"env {name} has both value and valueFrom"
        for source in ("secretKeyRef", "configMapKeyRef"):
            if at(entry, "valueFrom", source) is not None and not is_config_key(
                text_at(entry, "valueFrom", source, "key")
            ):
                yield f"env {name}: {text_at(entry, 'valueFrom', source, 'key')!r} is no key of a Secret or ConfigMap"
    for entry in items_at(container, "envFrom"):
        if len([source for source in ("secretRef", "configMapRef") if at(entry, source) is not None]) != 1:
            yield "envFrom needs exactly one source"


def _broken_ports(container: Json) -> Iterator[str]:
    ports = items_at(container, "ports")
    yield from _twice([text_at(port, "name") for port in ports], "port name")
    yield from _twice([f"{at(port, 'containerPort')}/{text_at(port, 'protocol')}" for port in ports], "port")
    for port in ports:
        if not is_port_name(text_at(port, "name")):
            yield f"port name {text_at(port, 'name')!r} is no service name"
        if not _in_range(at(port, "containerPort"), 1, 65535):
            yield f"containerPort {at(port, 'containerPort')} is no port"


def _broken_resources(container: Json) -> Iterator[str]:
    requests, limits = mapping_at(container, "resources", "requests"), mapping_at(container, "resources", "limits")
    for side, amounts in (("requests", requests), ("limits", limits)):
        for name, amount in amounts.items():
            if quantity(amount) is None:
                yield f"resources.{side}.{name}: {amount!r} is no quantity"
    for name in requests.keys() & limits.keys():
        least, most = quantity(requests[name]), quantity(limits[name])
        if least is not None and most is not None and least > most:
            yield f"resources.requests.{name} exceeds the limit"


def _broken_probe(container: Json, kind: str) -> Iterator[str]:
    probe = at(container, kind)
    if probe is None:
        return
    port = at(probe, "httpGet", "port")
    if not (_in_range(port, 1, 65535) or port in [text_at(one, "name") for one in items_at(container, "ports")]):
        yield f"{kind}: {port!r} is no port of the container"
    if not text_at(probe, "httpGet", "path").startswith("/"):
        yield f"{kind}: path does not begin with '/'"
    for field, least in (
        ("initialDelaySeconds", 0),
        ("periodSeconds", 1),
        ("timeoutSeconds", 1),
        ("failureThreshold", 1),
    ):
        if at(probe, field) is not None and not _in_range(at(probe, field), least, 2**31 - 1):
            yield f"{kind}.{field}: {at(probe, field)} is out of range"


def _broken_volume(volume: Json) -> Iterator[str]:
    name = text_at(volume, "name")
    if not is_label(name):
        yield f"volume name {name!r} is no DNS label"
    sources = [key for key in ("emptyDir", "secret", "configMap", "projected") if at(volume, key) is not None]
    if len(sources) != 1:
        yield f"volume {name}: needs exactly one source"
    size = at(volume, "emptyDir", "sizeLimit")
    if size is not None and quantity(size) is None:
        yield f"volume {name}: sizeLimit {size!r} is no quantity"
    projected = [at(source, "secret") for source in items_at(volume, "projected", "sources")]
    for source in (at(volume, "secret"), at(volume, "configMap"), *projected):
        for item in items_at(source, "items"):
            if not is_config_key(text_at(item, "key")):
                yield f"volume {name}: {text_at(item, 'key')!r} is no key of a Secret or ConfigMap"
            path = text_at(item, "path")
            if not path or path.startswith("/") or ".." in path.split("/"):
                yield f"volume {name}: {path!r} is no path below the volume"
    names = [text_at(volume, "secret", "secretName") or text_at(volume, "configMap", "name")]
    for referred in [*filter(None, names), *(text_at(source, "name") for source in projected)]:
        if is_subdomain(referred):
            continue
        yield f"volume {name}: {referred!r} is no name of a Secret or ConfigMap"


def _in_range(value: Json, least: int, most: int) -> bool:
    return isinstance(value, int) and least <= value <= most


def _twice(names: Sequence[str], what: str) -> Iterator[str]:
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f"{what} {name!r} occurs twice"

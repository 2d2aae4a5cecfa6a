"""Names that users of Kubernetes, KEDA, and the earlier composition expect, each with what this API has instead."""

from collections.abc import Mapping

from function.base.habit import Habit

_NODES = Habit(hint="the platform decides where pods run; topologySpread spreads them across nodes or zones")
_HOST = Habit(hint="pods have no access to the network, processes and files of their node")
_STRICT = Habit(hint="the platform decides it, by default with the restricted Pod Security profile")
_NO_ROOT = Habit(hint="the platform decides it; set securityContext.useImageUser: true to use the image's own user")
_ONE_CONTAINER = Habit(hint="a service runs one container; initContainer runs another one before it")
_DNS = Habit(hint="the platform decides how pods resolve names; use the DNS name of a Service")
_EXPOSED = Habit(hint="the platform creates a Service; to expose it, create an Ingress or a route yourself")
_NO_DISK = Habit(hint="a service keeps no data; the sources of a volume are emptyDir, secret and configMap")
_ROLLOUT = Habit(hint="the platform decides how revisions are rolled out")

POD_SECURITY: Mapping[str, Habit] = {
    "allowPrivilegeEscalation": _STRICT,
    "appArmorProfile": _STRICT,
    "capabilities": _STRICT,
    "privileged": _STRICT,
    "procMount": _STRICT,
    "runAsNonRoot": _NO_ROOT,
    "seLinuxOptions": _STRICT,
    "seccompProfile": _STRICT,
    "sysctls": _STRICT,
}

SERVICE: Mapping[str, Habit] = {
    **POD_SECURITY,
    **{f"secret{slot}Name": Habit("secretRefs[].name") for slot in range(1, 11)},
    "affinity": _NODES,
    "annotations": Habit("podAnnotations", same=False),
    "autoscaling": Habit("scaling"),
    "binding": Habit("bindingRef"),
    "configMapRef": Habit("configMapRefs"),
    "configMaps": Habit("configMapRefs"),
    "containerPort": Habit("httpPort"),
    "containers": _ONE_CONTAINER,
    "cpu": Habit("resources.requests.cpu"),
    "dnsConfig": _DNS,
    "dnsPolicy": _DNS,
    "envFrom": Habit("secretRefs[].envFrom", hint="for a ConfigMap, configMapRefs[].envFrom"),
    "environment": Habit("env"),
    "hostAliases": _DNS,
    "hostIPC": _HOST,
    "hostNetwork": _HOST,
    "hostPID": _HOST,
    "hostPath": _HOST,
    "ingress": _EXPOSED,
    "initContainers": Habit("initContainer"),
    "labels": Habit("podLabels", same=False),
    "livenessProbe": Habit("probes.liveness"),
    "max": Habit("scaling.maxReplicas"),
    "maxReplicaCount": Habit("scaling.maxReplicas"),
    "memory": Habit("resources.requests.memory"),
    "min": Habit("scaling.minReplicas"),
    "minReplicaCount": Habit("scaling.minReplicas"),
    "natsUrl": Habit("nats.url"),
    "nodeName": _NODES,
    "nodeSelector": _NODES,
    "persistentVolumeClaim": _NO_DISK,
    "podDisruptionBudget": Habit("disruptionBudget"),
    "podSecurityContext": Habit("securityContext"),
    "port": Habit("httpPort"),
    "ports": Habit("httpPort"),
    "priorityClassName": _NODES,
    "readinessProbe": Habit("probes.readiness"),
    "replicas": Habit("scaling.minReplicas"),
    "runtimeClassName": _NODES,
    "schedulerName": _NODES,
    "secretRef": Habit("secretRefs"),
    "secrets": Habit("secretRefs"),
    "serviceAccountName": Habit(hint="each service has a ServiceAccount of its own, with the name of the claim"),
    "sidecar": _ONE_CONTAINER,
    "sidecars": _ONE_CONTAINER,
    "startupProbe": Habit("probes.startup"),
    "strategy": _ROLLOUT,
    "stream": Habit("nats.stream"),
    "template": Habit(hint="write the supported fields of the pod directly into spec"),
    "tolerations": _NODES,
    "topologySpreadConstraints": Habit("topologySpread"),
    "volumeMounts": Habit("volumes[].mountPath"),
}

_BY_REFERENCE = Habit(
    "spec.secretRefs[].env",
    hint="write secretRefs: [{name: SECRET, env: [{secretKey: KEY, envName: VARIABLE}]}]; for a ConfigMap, "
    "configMapRefs: [{name: CONFIGMAP, env: [{configMapKey: KEY, envName: VARIABLE}]}]",
    covers="value",
)
ENV_VAR: Mapping[str, Habit] = {
    "configMapKeyRef": _BY_REFERENCE,
    "secretKeyRef": _BY_REFERENCE,
    "valueFrom": _BY_REFERENCE,
}
SECRET_KEY: Mapping[str, Habit] = {
    "key": Habit("secretKey", covers="secretKey"),
    "name": Habit("envName", covers="envName"),
}
CONFIG_MAP_KEY: Mapping[str, Habit] = {
    "key": Habit("configMapKey", covers="configMapKey"),
    "name": Habit("envName", covers="envName"),
}
SECRET_REF: Mapping[str, Habit] = {
    "keys": Habit("env"),
    "secretName": Habit("name", covers="name"),
}
CONFIG_MAP_REF: Mapping[str, Habit] = {
    "configMapName": Habit("name", covers="name"),
    "keys": Habit("env"),
}

SCALING: Mapping[str, Habit] = {
    "behavior": Habit("scaleDownStabilizationSeconds"),
    "cpu": Habit("triggers", hint="write triggers: [{type: cpu, utilization: 80}]"),
    "idleReplicaCount": Habit("minReplicas", same=False),
    "max": Habit("maxReplicas"),
    "maxReplicaCount": Habit("maxReplicas"),
    "memory": Habit("triggers", hint="write triggers: [{type: memory, utilization: 80}]"),
    "min": Habit("minReplicas"),
    "minReplicaCount": Habit("minReplicas"),
    "replicas": Habit("minReplicas", same=False),
    "targetCPUUtilizationPercentage": Habit("triggers", hint="write triggers: [{type: cpu, utilization: 80}]"),
    "threshold": Habit("lagThreshold"),
}
TRIGGER: Mapping[str, Habit] = {
    "authenticationRef": Habit(hint="triggers read without credentials"),
    "metadata": Habit(hint="write the fields of metadata directly into the trigger"),
}
NATS: Mapping[str, Habit] = {
    "consumerGroup": Habit("consumer", covers="consumer"),
    "consumerName": Habit("consumer", covers="consumer"),
    "credentials": Habit("spec.secretRefs[].env", hint="map the key with the address to NATS_URL, or mount the file"),
    "durable": Habit("consumer", covers="consumer"),
    "servers": Habit("url"),
    "streamName": Habit("stream", covers="stream"),
    "subject": Habit(hint="the consumer of the stream decides which subjects it delivers"),
}

BINDING_REF: Mapping[str, Habit] = {
    "lookups": Habit("env", hint="write env: [{name: VARIABLE, lookup: NAME, field: FIELD}]"),
    "namespace": Habit(hint="the InfraBinding must be in the claim's namespace"),
    "streams": Habit("env", hint="write env: [{name: VARIABLE, stream: NAME, field: FIELD}]"),
}
BOUND_VARIABLE: Mapping[str, Habit] = {
    "envName": Habit("name", covers="name"),
    "key": Habit("field", covers="field"),
    "value": Habit("field", covers="field", same=False),
}
BOUND_TRIGGER: Mapping[str, Habit] = {
    "activationLagThreshold": Habit("spec.scaling.activationLagThreshold"),
    "lagThreshold": Habit("spec.scaling.lagThreshold"),
    "name": Habit("stream", covers="stream"),
}

_HTTP_ONLY = Habit(hint="probes are HTTP requests; enabled: false disables a probe")
PROBE: Mapping[str, Habit] = {
    "exec": _HTTP_ONLY,
    "grpc": _HTTP_ONLY,
    "httpGet": Habit("path", hint="write path directly into the probe; the port is spec.httpPort"),
    "port": Habit("spec.httpPort"),
    "successThreshold": Habit(hint="one success is enough"),
    "tcpSocket": _HTTP_ONLY,
}
VOLUME: Mapping[str, Habit] = {
    **dict.fromkeys(("csi", "ephemeral", "nfs", "persistentVolumeClaim"), _NO_DISK),
    "downwardAPI": Habit(hint="the sources of a volume are emptyDir, secret and configMap"),
    "hostPath": _HOST,
    "projected": Habit(hint="use a separate volume for each Secret or ConfigMap"),
    "subPath": Habit(hint="use items to mount single keys"),
}
VOLUME_SOURCE: Mapping[str, Habit] = {
    "defaultMode": Habit(hint="files have the default mode 0644"),
    "secretName": Habit("name", covers="name"),
}
SERVICE_ACCOUNT: Mapping[str, Habit] = {
    "create": Habit(hint="each service has a ServiceAccount of its own"),
    "name": Habit(hint="the ServiceAccount has the name of the claim"),
}
INIT_CONTAINER: Mapping[str, Habit] = {
    "name": Habit(hint="the container is always called run-migrations"),
}
METRICS: Mapping[str, Habit] = {
    "interval": Habit(hint="the platform's Prometheus decides how often it reads metrics"),
}
TOPOLOGY_SPREAD: Mapping[str, Habit] = {
    "labelSelector": Habit(hint="it always selects the pods of the service"),
}

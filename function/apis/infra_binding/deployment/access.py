"""How people and tools reach jobs: nothing of it is created."""

from typing import Annotated, Literal

from function.apis.infra_binding.l5 import Binding
from function.base.text import Text
from function.base.types import DnsSubdomain, Port


class IngressTls(Binding):
    """The certificate of the web interface."""

    enabled: bool | None = None
    """Whether the web interface has a certificate."""
    secret_name: DnsSubdomain | None = None
    """Secret with the certificate."""


class Ingress(Binding):
    """The web interface of a job outside the cluster. Nothing is created: the interface has no login."""

    enabled: bool | None = None
    """Whether the web interface is reachable from outside the cluster."""
    host: DnsSubdomain | None = None
    """Host name."""
    tls: IngressTls = IngressTls()
    """Certificate of the web interface."""


class Service(Binding):
    """The Service of a job. The operator creates it, with the type ClusterIP and the ports of Flink."""

    type: Literal["ClusterIP", "LoadBalancer", "NodePort"] | None = None
    """Type of the Service."""
    rest_port: Port | None = None
    """Port of the REST API."""
    blob_port: Port | None = None
    """Port of the blob server."""
    query_port: Port | None = None
    """Port of queryable state."""


Context = Annotated[
    str, Text("^[-_.:/@a-zA-Z0-9]+$", meaning="the name of a context", example="production-cluster", max_length=253)
]
File = Annotated[
    str, Text("^[-_.~/a-zA-Z0-9]+$", meaning="the path of a file", example="~/.kube/config", max_length=512)
]


class Connection(Binding):
    """How kubectl reaches the cluster. Nothing uses it: jobs run in the cluster of the binding."""

    context: Context | None = None
    """Context of kubectl."""
    config_file: File | None = None
    """Configuration of kubectl."""

"""The settings of PlatformConfig about Flink."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from function.base.model import Spec
from function.base.quantity import parse_quantity
from function.base.rule import Rule
from function.base.text import Text
from function.base.types import Bytes, DnsSubdomain, Image

FlinkVersion = Literal["v1_17", "v1_18", "v1_19", "v1_20", "v2_0", "v2_1", "v2_2"]

JarUri = Annotated[
    str,
    Text(
        "^local:///[-._/a-zA-Z0-9]*[-_a-zA-Z0-9][.]jar$",
        meaning="a jar inside the image, such as local:///opt/flink/usrlib/job.jar",
        example="local:///opt/flink/usrlib/job.jar",
        max_length=512,
    ),
]
"""The operator would download any other jar from within the cluster."""
ClassName = Annotated[
    str, Text("^[.$_a-zA-Z0-9]+$", meaning="the name of a class", example="com.example.FlinkJob", max_length=512)
]
LEAST_CORES = 0.1
Cores = Annotated[
    float, Field(ge=LEAST_CORES, le=1024), AfterValidator(lambda cores: int(cores) if cores == int(cores) else cores)
]
"""A number of CPU cores, possibly a fraction; a whole number is shown as one."""

LEAST_MEMORY = "704Mi"
"""Metaspace 256Mi, overhead 192Mi, off-heap 128Mi and the smallest heap, 128Mi."""


class JobManager(Spec):
    """Compute resources of job managers."""

    rules = (
        Rule(
            # what is no quantity breaks the pattern of the field, which says so
            cel="!has(self.memory) || !isQuantity(string(self.memory)) || "
            f"quantity(string(self.memory)).compareTo(quantity('{LEAST_MEMORY}')) >= 0",
            message=f"memory must be at least {LEAST_MEMORY}",
            hint="with less, no job manager starts",
            field="memory",
            holds=lambda manager: parse_quantity(manager.memory) >= parse_quantity(LEAST_MEMORY),
            got=lambda manager: manager.memory,
        ),
    )

    cpu: Cores = 1
    """CPU cores."""
    memory: Bytes = "2Gi"
    """Memory of the process."""


class Flink(Spec):
    """How the processes of bindings run as Flink jobs."""

    version: FlinkVersion | None = None
    """Version of Flink in images whose tag does not begin with it, such as v1_20. Default: such images are not run."""
    image: Image | None = None
    """Image of processes that set none. Default: such processes are not run."""
    jar: JarUri | None = None
    """Jar of processes that set none. Its arguments are --process and --environment, with the names of both. Default:
    such processes are not run."""
    entry_class: ClassName | None = None
    """Main class of that jar. Default: the one that its manifest names."""
    service_account: DnsSubdomain = "flink"
    """ServiceAccount of the pods. It must exist in the namespace of the binding and be allowed to manage pods,
    ConfigMaps, and Deployments there."""
    job_manager: JobManager = JobManager()
    """Compute resources of job managers."""
    high_availability: bool = True
    """Keep the state of job managers in ConfigMaps and beside the checkpoints. Without it, a job whose job manager
    fails starts with empty state."""

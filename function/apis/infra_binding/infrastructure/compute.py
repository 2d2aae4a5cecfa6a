"""What a platform computes on."""

from function.apis.infra_binding.infrastructure.identifier import Identifier, Instances
from function.apis.infra_binding.l5 import Binding
from function.base.one_of import Given, at_least_one
from function.base.rule import Rule

_INSTANCE = at_least_one(Given("cluster_id"), Given("instance_type"))
_CLUSTER = at_least_one(Given("cluster_id"), (Given("instance_type"), Given("instance_count")))


class AutoScaling(Binding):
    """How the number of instances follows the load."""

    rules = (
        Rule(
            cel="!has(self.min_instances) || !has(self.max_instances) || self.min_instances <= self.max_instances",
            message="min_instances must not exceed max_instances",
            field="min_instances",
            holds=lambda scaling: (
                None in (scaling.min_instances, scaling.max_instances) or scaling.min_instances <= scaling.max_instances
            ),
        ),
    )

    enabled: bool | None = None
    """Whether the number of instances changes. Default: that of the module."""
    min_instances: Instances | None = None
    """Minimum number of instances."""
    max_instances: Instances | None = None
    """Maximum number of instances."""


class Compute(Binding):
    """The cluster and its instances."""

    cluster_id: Identifier | None = None
    """Identifier of a cluster that exists."""
    instance_type: Identifier | None = None
    """Type of the instances."""
    instance_count: Instances | None = None
    """Number of instances."""
    auto_scaling: AutoScaling | None = None
    """How the number of instances follows the load."""


class Cluster(Compute):
    """The cluster and its instances."""

    cluster_id: Identifier
    """Identifier of a cluster that exists."""


class Instance(Compute):
    """The cluster and its instances."""

    shape = "{instance_type: m5.large}"

    rules = (
        Rule(
            cel=_INSTANCE.cel,
            one_of=_INSTANCE,
            message="cluster_id or instance_type is required",
            reason="FieldValueRequired",
            holds=lambda compute: compute.cluster_id is not None or compute.instance_type is not None,
        ),
    )


class ClusterOrInstances(Compute):
    """The cluster and its instances."""

    shape = "{cluster_id: j-2AXXXXXXGAPLF}"

    rules = (
        Rule(
            cel=_CLUSTER.cel,
            one_of=_CLUSTER,
            message="cluster_id is required, or instance_type and instance_count",
            reason="FieldValueRequired",
            holds=lambda compute: (
                compute.cluster_id is not None or None not in (compute.instance_type, compute.instance_count)
            ),
        ),
    )

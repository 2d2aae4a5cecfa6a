"""Parts of `infrastructure` that all platforms share, with another value for each of their fields."""

from function.base.manifest import Json, Manifest
from tests.bindings import binding

SHARED: Manifest = {
    "compute": {
        "cluster_id": "j-2AXXXXXXGAPLF",
        "instance_type": "r5.2xlarge",
        "instance_count": 8,
        "auto_scaling": {"enabled": True, "min_instances": 4, "max_instances": 12},
    },
    "storage": {
        "bucket": "acme-data-lake-prod",
        "storage_account": "acmelake",
        "volume_id": "vol-0a1b2c3d",
        "mount_path": "/mnt/data",
    },
    "network": {
        "vpc_id": "vpc-0a1b2c3d",
        "subnet_ids": ["subnet-abc123", "subnet-def456"],
        "security_group_ids": ["sg-ingress-xyz"],
    },
    "namespace": "data-ingestion",
    "service_account": "arn:aws:iam::123456789012:role/Runner",
}
"""The fields of every platform."""
CHANGES: Manifest = {
    "compute.cluster_id": "j-other",
    "compute.instance_type": "m5.xlarge",
    "compute.instance_count": 0,
    "compute.auto_scaling.enabled": False,
    "compute.auto_scaling.min_instances": 12,
    "compute.auto_scaling.max_instances": 4,
    "storage.bucket": "other",
    "storage.storage_account": "other",
    "storage.volume_id": "vol-other",
    "storage.mount_path": "/data",
    "network.vpc_id": "projects/acme/global/networks/prod-vpc",
    "network.subnet_ids[0]": "subnet-other",
    "network.security_group_ids[0]": "sg-other",
    "namespace": "other",
    "service_account": "runner@acme.iam.gserviceaccount.com",
}
CLOUDS: Manifest = {
    "azure": {"subscription_id": "s", "resource_group": "data", "location": "westeurope", "tenant_id": "t"},
    "gcp": {"project": "acme", "region": "europe-west1", "zone": "europe-west1-b"},
}
"""The fields of platforms that are in any cloud."""
OF_CLOUDS: Manifest = {
    "azure.subscription_id": "other",
    "azure.resource_group": "other",
    "azure.location": "northeurope",
    "azure.tenant_id": "other",
    "gcp.project": "other",
    "gcp.region": "europe-west4",
    "gcp.zone": "europe-west1-c",
}
REFUSED: list[tuple[str, Json]] = [
    *(("platform", "abacus"), ("platform", None), ("region", "us-east-1"), ("compute", "r5.2xlarge")),
    *(("compute.cluster", "j-1"), ("compute.cluster_id", "a b"), ("compute.cluster_id", ""), ("compute.cluster_id", 7)),
    *(("compute.instance_count", -1), ("compute.instance_count", "8"), ("compute.instance_count", 10_001)),
    *(("compute.auto_scaling", True), ("compute.auto_scaling.enabled", "yes"), ("compute.auto_scaling.target", 1)),
    *(("compute.auto_scaling.min_instances", 13), ("compute.auto_scaling.max_instances", 3)),
    *(("storage.buckets", ["a"]), ("storage.bucket", "-a"), ("storage.mount_path", "data"), ("storage.size", "1gb")),
    *(("network.subnet_ids", "subnet-a"), ("network.subnet_ids[0]", "a b"), ("network.subnet_ids", ["a"] * 33)),
    *(("network.security_group_ids[0]", None), ("network.cidr", "10.0.0.0/8"), ("service_account", {"name": "a"})),
    *(("namespace", "a b"), ("namespace", "")),
]
NO_CLOUDS: list[tuple[str, Json]] = [
    ("azure", {"subscription_id": "s", "resource_group": "g"}),
    ("gcp", {"project": "p"}),
]
"""What a service of AWS does not accept."""
WRONG_CLOUDS: list[tuple[str, Json]] = [
    *(("azure.subscription_id", None), ("azure.resource_group", None), ("azure.region", "westeurope")),
    *(("gcp.project", None), ("gcp.location", "europe"), ("gcp.zone", ["a"]), ("aws", {"region": "us-east-1"})),
]
TERRAFORM: Manifest = {"module_source": "git::https://example.org/infra.git//modules/emr"}


def runtime(**fields: Json) -> Manifest:
    """Return a spec with a runtime and nothing else in `infrastructure`."""
    return infrastructure(runtime=fields)


def infrastructure(**fields: Json) -> Manifest:
    """Return a spec whose `infrastructure` has these fields."""
    return binding(infrastructure=fields)

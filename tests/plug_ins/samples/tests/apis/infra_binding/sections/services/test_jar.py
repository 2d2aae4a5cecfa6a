from tests.plug_ins.cases import Cases

CASES = Cases(
    in_l5=False,
    whole={
        "type": "jar",
        "storage": {"size": "1Gi", "class": "fast"},
        "resources": {"requests": {"cpu": "100m", "memory": "128Mi"}, "limits": {"cpu": "500m", "memory": "256Mi"}},
    },
    changes={
        "storage.size": "2Gi",
        "storage.class": "slow",
        "resources.requests.cpu": "50m",
        "resources.requests.memory": "64Mi",
        "resources.limits.cpu": "1",
        "resources.limits.memory": "1Gi",
    },
    policy={"bindingServices": {"types": ["jar"]}},
    refused=[("storage", None), ("storage.size", "1 GB"), ("instances", 2)],
)

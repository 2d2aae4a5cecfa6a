from tests.plug_ins.cases import Cases

CASES = Cases(
    in_l5=False,
    whole={"type": "mesos", "role": "streams", "ci_cd": {"type": "argocd"}},
    changes={"role": "batch", "ci_cd{type}": "gitlab_ci"},
    for_applications=["role", "ci_cd{type}"],
    refused=[("role", "A"), ("queue", "a")],
)

"""The ValidatingAdmissionPolicy that shows doubts as warnings of kubectl. A platform may install it."""

from function.apis.api import VERSION, Api
from function.base.manifest import Json, Manifest
from function.base.model import Spec
from function.base.problems import describe
from function.platform.config import PlatformConfig

NOTE = """\
# Optional: kubectl warns about what is valid but probably a mistake. Nothing is rejected. The expressions follow the
# built-in PlatformConfig. Three checks are missing here, which CEL cannot express: literals that look like secrets,
# references to undefined variables, and a Kinesis stream that never lets a service stop. `platformctl validate` and
# status.warnings show all of them.
"""


def admission(api: Api[Spec], config: PlatformConfig) -> list[Manifest]:
    """Return the policy of an API and its binding; [] if the API has nothing to warn about."""
    checks: list[Json] = [
        {
            "expression": expression,
            "message": f"{doubt.field}: {describe(doubt.message, hint=doubt.hint)}",
        }
        for doubt in api.doubts
        if doubt.cel is not None and (expression := doubt.cel(config)) is not None
    ]
    if not checks:
        return []
    name: Manifest = {"name": f"{api.plural}-warnings.{config.group}"}
    ours: Manifest = {
        "apiGroups": [config.group],
        "apiVersions": [VERSION],
        "operations": ["CREATE", "UPDATE"],
        "resources": [api.plural],
    }
    return [
        {
            "apiVersion": "admissionregistration.k8s.io/v1",
            "kind": "ValidatingAdmissionPolicy",
            "metadata": name,
            "spec": {
                "failurePolicy": "Ignore",
                "matchConstraints": {"resourceRules": [ours]},
                "validations": checks,
            },
        },
        {
            "apiVersion": "admissionregistration.k8s.io/v1",
            "kind": "ValidatingAdmissionPolicyBinding",
            "metadata": name,
            "spec": {"policyName": name["name"], "validationActions": ["Warn"]},
        },
    ]

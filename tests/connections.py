"""The document about connections and endpoints of bindings, and what single entries say for it."""

from function.apis.infra_binding.connections.markdown import markdown
from function.apis.infra_binding.endpoints.endpoint import Endpoint
from function.base.manifest import Json, Manifest
from tests.bindings import resolved, secret

SECRETS: Manifest = {
    "db": secret("db-login"),
    "env": {"provider": "env", "variables": [{"key": "pw", "name": "DB_PW"}]},
}
READ = "kubectl get secret -n shop db-login -o 'go-template={{index .data \"password\" | base64decode}}'"
"""How a command reads the key `password` of the first secret."""


def described(**fields: Json) -> str:
    """Return the document about a valid spec."""
    return markdown(resolved(**fields))


def section(heading: str, **fields: Json) -> str:
    """Return one section of it, without its heading."""
    return described(**fields).partition(f"\n## {heading}\n")[2].partition("\n## ")[0].strip("\n")


def endpoint(name: str, entry: Json) -> Endpoint:
    """Return what the only entry of a section says about its server; SECRETS are those of the binding."""
    (found,) = (one for one in resolved(secrets=SECRETS, **{name: {"main": entry}}).entries if one.section == name)
    said = found.member.endpoint(found.name, resolved().meta, resolved(secrets=SECRETS).secrets)
    assert said is not None
    return said


def topics(said: Endpoint) -> list[str]:
    """Return the topics of the steps to production."""
    return [step.topic for step in said.steps]

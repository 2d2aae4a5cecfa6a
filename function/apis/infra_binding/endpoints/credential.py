"""Where credentials are, for people: never a value, and never a text that may be one."""

import json
from collections.abc import Mapping

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.secret_refs import referred
from function.base.manifest import mapping_at, text_at
from function.base.markdown import Markdown, code
from function.base.shell import Expression, Line, command


def told(value: str, secrets: Mapping[str, BoundSecret]) -> Markdown:
    """Return where a credential is; a text that is no reference is not repeated."""
    found = _source(value, secrets)
    if found is None:
        return Markdown("as the entry says; not repeated here")
    secret, variable = found
    if secret is None:
        return Markdown(f"variable {code(variable)} of the application")
    return Markdown(f"Secret {code(secret)}, key {code(variable)}")


def exported(name: str, value: str, secrets: Mapping[str, BoundSecret], namespace: str) -> Line:
    """Return the command that reads a credential into a variable of the shell, without printing it."""
    found = _source(value, secrets)
    if found is None:
        return Line(f': "${{{name}:?set it to the value in the entry}}"')
    secret, key = found
    if secret is None:
        return Line(f': "${{{name}:?set it to the variable of the application}}"')
    return read(name, secret, key, namespace)


def read(name: str, secret: str, key: str, namespace: str) -> Line:
    """Return the command that reads a key of a Secret into a variable of the shell, without printing it."""
    template = f"{{{{index .data {json.dumps(key)} | base64decode}}}}"
    found = command("kubectl", "get", "secret", "-n", namespace, secret, "-o", f"go-template={template}")
    return command("export", Expression(f'{name}="$({found})"'))


def _source(value: str, secrets: Mapping[str, BoundSecret]) -> tuple[str | None, str] | None:
    """Return the Secret and its key, None and a variable, or None for a text that refers to nothing."""
    source = referred(value, secrets)
    if source is None:
        return None
    if "env" in source:
        return None, text_at(source, "env")
    found = mapping_at(source, "secretKeyRef")
    return text_at(found, "name"), text_at(found, "key")

"""A reference $(NAME) that Kubernetes does not replace, because nothing defines the variable."""

import re
from collections.abc import Collection, Iterator, Sequence

from function.apis.doubt import Doubt
from function.apis.event_driven_service.environment import env, env_from, init_env
from function.apis.event_driven_service.model.env import EnvVar
from function.apis.event_driven_service.resolve import Resolved
from function.base.manifest import Manifest, text_at
from function.base.problems import join

_REFERENCE = re.compile(r"\$\$|\$\(([-._a-zA-Z][-._a-zA-Z0-9]{0,127})\)")
"""$$ is a dollar sign."""
_VARIABLE = re.compile("[A-Z_][A-Z0-9_]*")
"""In a command, $(date) may be meant for a shell; names in capitals are not."""
_OF_KUBERNETES = "KUBERNETES_"


def _undefined(resolved: Resolved) -> Iterator[str]:
    """Yield the paths of texts; keys of whole Secrets and ConfigMaps are not known, so with these there is no doubt."""
    spec = resolved.spec
    if env_from(spec):
        return
    variables = env(spec, resolved.config, resolved.bound.env)
    yield from _in_env("spec.env", spec.env, variables)
    yield from _in_words("spec.command", spec.command, variables)
    yield from _in_words("spec.args", spec.args, variables)
    if spec.init_container is not None:
        own = init_env(variables, spec.init_container.env)
        yield from _in_env("spec.initContainer.env", spec.init_container.env, own)
        yield from _in_words("spec.initContainer.command", spec.init_container.command, own)
        yield from _in_words("spec.initContainer.args", spec.init_container.args, own)


def _in_env(path: str, given: Sequence[EnvVar], variables: Sequence[Manifest]) -> Iterator[str]:
    names = [text_at(variable, "name") for variable in variables]
    for position, variable in enumerate(given):
        earlier = names[: names.index(variable.name)]
        if not _known(_names(variable.value), earlier):
            yield join(path, position, "value")


def _in_words(path: str, words: Sequence[str], variables: Sequence[Manifest]) -> Iterator[str]:
    names = [text_at(variable, "name") for variable in variables]
    for position, word in enumerate(words):
        if not _known(filter(_VARIABLE.fullmatch, _names(word)), names):
            yield join(path, position)


def _names(text: str) -> list[str]:
    return [name for name in _REFERENCE.findall(text) if name]


def _known(references: Iterator[str] | Sequence[str], names: Collection[str]) -> bool:
    return all(name in names or name.startswith(_OF_KUBERNETES) for name in references)


DOUBT = Doubt(
    code="EP336",
    field="spec.env",
    message="refers to a variable that nothing defines before it, so $(NAME) stays in the text",
    hint="define it earlier, or write $$(NAME) if the text is meant",
    find=_undefined,
)

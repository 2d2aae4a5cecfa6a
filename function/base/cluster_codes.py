"""The codes of what `platformctl doctor` finds on a cluster."""

from function.base.code import Code

CLUSTER_CODES = (
    Code(
        "EP701",
        "A part is missing: Crossplane, a package, a Composition, or a definition.",
        "Install it as `docs/install.md` describes. A Composition must name the function as it is installed.",
    ),
    Code(
        "EP702",
        "A package is not installed or not healthy.",
        "Run `kubectl describe` on the package. Its pods must run, and its dependencies must be satisfied.",
    ),
    Code("EP703", "A version is too old.", "Upgrade it. The message says what does not work in older versions."),
    Code(
        "EP704", "A warning: a version, or a combination of versions, has a known problem.", "Upgrade as the hint says."
    ),
    Code(
        "EP705",
        "The API server does not serve a definition. Crossplane accepts an invalid one, and no condition shows it.",
        "The events of the definition show why: `kubectl describe xrd NAME`.",
    ),
    Code(
        "EP706",
        "What the API server serves differs from the definition, although the definition is Established.",
        "Crossplane could not apply the last change. The events show why: `kubectl describe xrd NAME`.",
    ),
    Code(
        "EP707",
        "A warning: the status in a definition lacks fields of this version.",
        "Apply the definition before you upgrade the function. If a status has an undeclared field, all of it is lost.",
    ),
    Code(
        "EP708",
        "Definitions of both scopes are installed. A cluster can serve only one of them.",
        "Remove the one that was installed last. Removing the other one deletes all services.",
    ),
    Code(
        "EP709",
        "The settings of a Composition, or of its EnvironmentConfig, are unusable.",
        "Correct the field. `platformctl validate` reports the same errors for the document in a file.",
    ),
    Code(
        "EP710",
        "The cluster does not serve a kind that is needed.",
        "Install a version of its operator that serves the kind. Kinds of provider-kubernetes may also be inactive.",
    ),
    Code("EP711", "Crossplane lacks permissions.", "Apply the role that the hint names; it is aggregated immediately."),
    Code(
        "EP712",
        "provider-kubernetes lacks permissions.",
        "Apply the role, and bind it to the ServiceAccount that the provider runs under.",
    ),
    Code("EP713", "The ProviderConfig that Objects refer to does not exist.", "Apply it when the provider is healthy."),
    Code("EP714", "A warning: a NATS address does not lead to a suitable Service.", "Correct `nats` in the settings."),
)
"""Sorted."""

"""The codes of what `platformctl doctor` finds on a cluster."""

from function.base.code import Code

CLUSTER_CODES = (
    Code(
        "EP701",
        "A part of the product is missing: a package, a Composition, or a definition.",
        "Install it as `docs/install.md` describes. A Composition must name the function as it is installed.",
    ),
    Code(
        "EP702",
        "A package is not installed or not healthy.",
        "`kubectl describe` of the package shows why. Its pods must run, and its dependencies must fit.",
    ),
    Code("EP703", "A version is too old.", "Upgrade it. The message says what does not work before."),
    Code("EP704", "A warning: a version, or two versions together, have a known problem.", "Upgrade as the hint says."),
    Code(
        "EP705",
        "The API server does not serve a definition. Crossplane accepts one that cannot work, without a condition.",
        "The events of the definition show why: `kubectl describe xrd NAME`.",
    ),
    Code(
        "EP706",
        "The API server serves another definition than the one that is written, although it is Established.",
        "Crossplane could not apply the last change. Its events show why: `kubectl describe xrd NAME`.",
    ),
    Code(
        "EP707",
        "A warning: the status in a definition lacks fields of this version.",
        "Apply the definition before the function of its version. A status with a field that is not declared is lost.",
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
        "Install its operator in a version that serves it.",
    ),
    Code("EP711", "Crossplane lacks permissions.", "Apply the role that the hint names; it is aggregated at once."),
    Code(
        "EP712",
        "provider-kubernetes lacks permissions.",
        "Apply the role, and bind it to the ServiceAccount that the provider runs under.",
    ),
    Code("EP713", "The ProviderConfig that Objects refer to does not exist.", "Apply it when the provider is healthy."),
    Code("EP714", "A warning: an address of NATS leads to no suitable Service.", "Correct `nats` in the settings."),
)
"""Sorted."""

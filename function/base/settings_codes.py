"""The codes of problems with the platform's settings, and with what it takes over."""

from function.base.code import Code

SETTINGS_CODES = (
    Code(
        "EP480",
        "The platform sets this for all services, and does not let claims change it.",
        "Remove it from the claim, or ask the platform team to make it overridable.",
    ),
    Code(
        "EP481",
        "The platform has no connection of this name.",
        "Use one of the names in the message, or ask the platform team to add the connection.",
    ),
    Code(
        "EP482",
        "The object with the platform's settings does not exist.",
        "Create the EnvironmentConfig that the message names.",
    ),
    Code("EP483", "The object with the platform's settings is unusable.", "Correct the EnvironmentConfig."),
    Code("EP484", "An overlay changes what it must not, or names a kind that is not emitted.", "Correct the overlay."),
    Code(
        "EP485",
        "The names of the kinds are wrong.",
        "Name known kinds, and give each its own kind, plural, short name.",
    ),
)
"""Those about the settings, sorted."""

TAKEOVER_CODES = (
    Code(
        "EP490",
        "In takeover mode, a resource of the earlier composition would be deleted.",
        "Follow the hint in the message. Nothing is applied or removed until this is resolved.",
    ),
    Code(
        "EP491",
        "A warning: nobody asks for a resource that exists, so Crossplane deletes it.",
        "To keep it, let a step of the pipeline compose it. If a later step does, ignore the warning.",
    ),
    Code("EP492", "A warning: the claim uses a field of the earlier composition.", "Run platformctl migrate."),
    Code(
        "EP493",
        "A warning: in takeover mode, an init container does not run until it is asked for.",
        "Set spec.takeover.initContainer, or remove the init container.",
    ),
    Code("EP494", "A warning: an existing Deployment keeps another selector.", "Nothing needs to be done."),
    Code(
        "EP495",
        "A field of the earlier composition cannot be rewritten.",
        "Follow the hint in the message, or keep the field as long as takeover mode is on.",
    ),
)
"""Those about what is taken over, sorted."""

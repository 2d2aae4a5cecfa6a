"""Words of Kubernetes, KEDA, and Crossplane that users meet next to the reasons of this product."""

_IMAGE = ("ErrImageNeverPull", "ErrImagePull", "ImageInspectError", "ImagePullBackOff", "InvalidImageName")
_START = ("ContainerCannotRun", "CreateContainerError", "RunContainerError", "StartError")
_CREATED = ("QuotaExceeded", "AdmissionDenied", "PodsNotCreated")
_REASONS = {
    **dict.fromkeys(_IMAGE, ("ImagePullFailed",)),
    **dict.fromkeys(_START, ("ContainerCannotStart",)),
    **dict.fromkeys(("FailedCreate", "ReplicaFailure"), _CREATED),
    "CrashLoopBackOff": ("CrashLooping",),
    "CreateContainerConfigError": ("SecretNotFound", "SecretKeyMissing", "ContainerConfigError"),
    "FailedScheduling": ("Unschedulable",),
    "FallbackExists": ("AutoscalerFallback",),
    "ProgressDeadlineExceeded": ("RolloutStuck",),
    "ScaledObjectCheckFailed": ("AutoscalerInvalid", "AutoscalerConflict"),
    "TriggerError": ("StreamOrConsumerNotFound", "NatsUnreachable", "AutoscalerError"),
    "Unhealthy": ("ProbeFailing",),
}
_OF_CROSSPLANE = ("Creating", "ReconcileError", "ReconcilePaused", "ReconcileSuccess", "Synced", "Unavailable")


def reasons_for(word: str) -> tuple[str, ...]:
    """Return the reasons that a claim has where its pods or its autoscaler have this one."""
    return next((reasons for name, reasons in _REASONS.items() if name.lower() == word.lower()), ())


def is_of_crossplane(word: str) -> bool:
    """Return whether this is a condition or reason that Crossplane sets on claims."""
    return word.lower() in map(str.lower, _OF_CROSSPLANE)

"""EventDrivenService: a NATS JetStream worker with autoscaling."""

KIND = "EventDrivenService"

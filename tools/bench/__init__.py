"""The benchmark: what a call costs, beside function-patch-and-transform and an empty function on the Go SDK."""

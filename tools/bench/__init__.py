"""The benchmark: the cost of a call, compared with function-patch-and-transform and an empty function on the Go SDK."""

"""A control plane on this machine, as plain processes in a network namespace of its own."""

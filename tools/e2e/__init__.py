"""The scenarios of tests/e2e, on a control plane of their own or on yours."""

"""The objects behind a claim as a tree, and the cause of its state; from an export or from a cluster."""

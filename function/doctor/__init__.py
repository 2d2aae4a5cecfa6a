"""What is installed on a cluster, and whether it fits; from an export or from a cluster."""

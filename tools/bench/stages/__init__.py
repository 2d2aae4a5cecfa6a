"""What the parts of a call cost, within one process and without gRPC."""

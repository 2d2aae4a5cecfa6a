"""InfraBinding: logical names of an L5 infrastructure binding, bound to actual resources."""

KIND = "InfraBinding"

"""InfraBinding: logical names of an L5 infrastructure binding, bound to what runs."""

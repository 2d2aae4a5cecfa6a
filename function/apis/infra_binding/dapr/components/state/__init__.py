"""State stores: applications keep key-value pairs in them."""

"""The section `network_policies` of a binding: which traffic pods of its namespace accept and start."""

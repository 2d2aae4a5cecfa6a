"""What clients of stores are told."""

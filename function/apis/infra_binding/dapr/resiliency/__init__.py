"""What sidecars do about calls that fail."""

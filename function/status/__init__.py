"""What the claim is told: conditions and status, from the desired resources and what was seen of them."""

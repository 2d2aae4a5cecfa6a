"""Message brokers: applications publish to their topics, and subscribe to them."""

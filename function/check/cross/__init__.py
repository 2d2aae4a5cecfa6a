"""What documents of one tree say about each other: each is valid alone, but they do not fit together."""

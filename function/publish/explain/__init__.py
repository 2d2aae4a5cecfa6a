"""Fields of the APIs and of the PlatformConfig in words, as `platformctl explain` prints them."""

"""PlatformConfig, the platform team's settings, one module per section."""

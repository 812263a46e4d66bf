"""Settings, addresses and processes of the portal."""

"""A briefing in the admin: its desk, its form, its preview, its place in lists."""

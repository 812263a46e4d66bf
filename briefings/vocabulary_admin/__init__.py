"""The vocabulary in the admin: its menu, and choosing from it."""

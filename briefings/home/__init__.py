"""The admin's home: what waits for a person, and the editors' guide."""

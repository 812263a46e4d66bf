"""Content files: the YAML in `fixtures/` read into the database, and written back byte for byte."""

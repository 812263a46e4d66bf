"""What the checks say to editors: of a run, of every record, and of a text while it is written."""

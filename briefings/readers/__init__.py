"""The readers' pages and files."""

"""Editors' texts in three languages: side by side with their review, as printed, and reports on all of them."""

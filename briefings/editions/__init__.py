"""Editions: sealed, their files made, proven, handed out as a folder, and what is decided about them."""

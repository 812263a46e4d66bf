"""A sealed edition as HTML and as PDF. Renderers read an edition and nothing else, and decide no word."""

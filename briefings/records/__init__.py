"""Records with texts: their kinds, how far each is in each language, their versions, the names in them."""

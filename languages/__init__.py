"""Plain Python for three languages: how figures print, particles, punctuation, characters.

Nothing here knows Django, a database or a clock.
"""

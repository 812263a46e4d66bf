"""The pure core: what a briefing says, decided without Django, a database or a clock.

material -> findings, document -> sealed edition. Only `collect` reads the database.
"""

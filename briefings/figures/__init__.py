"""Figures in the admin: where one stands, what editions printed for it, and which records state it."""

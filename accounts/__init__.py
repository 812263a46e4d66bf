"""Signing in: passwords guessed slowly, and a second factor for those who must have one."""

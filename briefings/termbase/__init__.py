"""The termbase: exchanged as CSV and TBX, and followed by the texts that use its names."""

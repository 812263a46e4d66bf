"""What an operator needs: logs, readiness, metrics, backup and restore."""

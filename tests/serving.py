"""Ports that nobody listens on, and the portal's web server at one."""

from __future__ import annotations

import socket

from config.processes import Processes, wait_until_alive


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def serve(portal: Processes, workers: int = 2) -> str:
    """Start the web server and wait until it answers; its address."""
    port = free_port()
    portal.start_web(port, workers=workers)
    wait_until_alive(port, portal)
    return f"http://localhost:{port}"

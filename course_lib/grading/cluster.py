"""Grading on a Dask cluster: the same work as on one machine, on workers that a scheduler knows."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from typing import Any
from urllib.parse import urlparse

from course_lib.grading.course import CourseError


class Cluster:
    """An executor on a Dask cluster. A task whose worker is lost runs on another one.

    Parameters
    ----------
    address : str
        The scheduler: ``tls://host:8786``, or ``tcp://127.0.0.1:8786`` on this machine. Certificates are those of
        Dask's own configuration (``distributed.comm.tls``).

    Raises
    ------
    CourseError
        If the address is not safe, the cluster cannot be reached or has no workers, or Dask is not installed.
    """

    def __init__(self, address: str):
        _require_safe(address)
        try:
            from distributed import Client
            from distributed.security import Security
        except ImportError as error:
            raise CourseError("--scheduler needs Dask: pip install 'course-lib[cluster]'") from error
        security = Security(require_encryption=True) if address.startswith("tls://") else None
        if security and security.get_connection_args("client").get("ssl_context") is None:
            raise CourseError(
                f"--scheduler {address}: Dask's configuration names no certificate to show there; expected ca-file, "
                "client.cert and client.key under distributed.comm.tls"
            )
        try:
            self.client = Client(address, timeout=20, security=security, set_as_default=False)
            self.workers = sum(self.client.nthreads().values())  # a scheduler that refuses us falls silent only here
        except (OSError, TimeoutError, ValueError) as error:
            which = " or refuses this machine's certificate" if security else ""
            raise CourseError(f"--scheduler {address}: it cannot be reached{which} ({error})") from error
        if not self.workers:
            self.client.close()
            raise CourseError(f"--scheduler {address}: it has no workers; start some with: dask worker {address}")

    def submit(self, function: Callable, *args: Any) -> Any:
        """Run ``function(*args)`` on some worker; return its future."""
        return self.client.submit(function, *args, pure=False, retries=2)

    def close(self) -> None:
        """Leave the cluster; it goes on."""
        self.client.close()


def _require_safe(address: str) -> None:
    """Refuse a scheduler that anyone on the network could send code to."""
    parts = urlparse(address)
    if parts.scheme not in ("tls", "tcp") or not parts.hostname or not parts.port:
        raise CourseError(f"--scheduler {address!r}: expected tls://host:port, or tcp://127.0.0.1:port on this machine")
    try:
        local = ipaddress.ip_address(parts.hostname).is_loopback
    except ValueError:
        local = parts.hostname == "localhost"
    if parts.scheme == "tcp" and not local:
        raise CourseError(
            f"--scheduler {address}: without TLS a Dask scheduler runs the code of anyone who can reach it, and hidden "
            "tests cross the network in the clear; use tls://"
        )

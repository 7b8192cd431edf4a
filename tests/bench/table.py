"""What was measured, beside what is wanted, and what the same run gives to compare it with."""

from dataclasses import dataclass

from tests.bench.measuring import Measured
from tests.bench.secretary import AT_ONCE, Gavelled

RECORDING = 300
ARRIVAL = 1000
"""Milliseconds in which 19 of 20 are recorded, and have reached a reader."""
CONNECTIONS = 2
MEMORY = 100
"""Kilobytes of the server's memory for a reader."""


@dataclass(frozen=True)
class Figure:
    """goal: "" where none is set."""

    what: str
    found: str
    goal: str = ""
    met: bool = True

    def __str__(self) -> str:
        mark = "" if self.met else "  MISSED"
        return f"{self.what:48}{self.found:24}{self.goal}{mark}".rstrip()


def figures_of(measured: Measured) -> list[Figure]:
    size, read, receipt = measured.size, measured.read, measured.receipt
    recorded = len(read.seconds) / read.took
    idle, most = measured.idle, measured.most
    memory = (most - idle) * 1000 / size.readers
    p95 = read.milliseconds(0.95)
    arrival = receipt.milliseconds or dict.fromkeys(("p50", "p95", "max"), float("inf"))
    times = read.milliseconds(0.5) / measured.alone.milliseconds(0.5)
    times_in_turn = measured.in_turn_read.milliseconds(0.5) / measured.in_turn.milliseconds(0.5)
    return [
        Figure(
            "readers told of each decision once, in order",
            f"{receipt.complete} of {size.readers}",
            "all",
            receipt.complete == size.readers,
        ),
        Figure(
            "  told that they fell behind; connections lost", f"{receipt.resyncs}; {receipt.lost}"
        ),
        Figure(
            "from a decision to a reader: p50, p95, max",
            ", ".join(f"{arrival[name]:.0f}" for name in ("p50", "p95", "max")) + " ms",
            f"p95 {ARRIVAL} ms",
            arrival["p95"] <= ARRIVAL,
        ),
        Figure(
            "decisions recorded a second",
            f"{recorded:.1f}",
            f"{size.rate:.0f}",
            recorded >= 0.98 * size.rate,
        ),
        Figure(
            f"  left out as {AT_ONCE} were under way; refused",
            f"{read.due - read.sent}; {len(read.refused)}",
            "none; none",
            not read.refused and read.sent == read.due,
        ),
        Figure(
            "recording a decision: p50, p95",
            percentiles(read),
            f"p95 {RECORDING} ms",
            p95 <= RECORDING,
        ),
        Figure("  at the same pace, with no reader", f"{percentiles(measured.alone)}"),
        Figure("  the former to the latter, p50", f"{times:.1f} ×"),
        Figure("  one after the other, with no reader", percentiles(measured.in_turn)),
        Figure("  the same while all read", percentiles(measured.in_turn_read)),
        Figure("  the latter to the former, p50", f"{times_in_turn:.1f} ×"),
        Figure(
            "cores taken by the server: with no reader, read",
            f"{measured.cores_alone:.2f}, {measured.cores_read:.2f}",
        ),
        Figure(
            "connections to the database for the streams",
            str(measured.connections),
            f"at most {CONNECTIONS}",
            measured.connections <= CONNECTIONS,
        ),
        Figure("until all read, after coming at once", f"{measured.opening:.1f} s"),
        Figure(
            "memory of the server for a reader, at most",
            f"{memory:.0f} kB",
            f"{MEMORY} kB",
            memory <= MEMORY,
        ),
        Figure("  of the whole server: before, at most", f"{idle:.0f}, {most:.0f} MB"),
    ]


def percentiles(gavelled: Gavelled) -> str:
    return f"{gavelled.milliseconds(0.5):.0f}, {gavelled.milliseconds(0.95):.0f} ms"

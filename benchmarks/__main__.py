from __future__ import annotations

import os, sys
from rich.console import Console
from rich.table import Table
from benchmarks import keys
from benchmarks.database import WAYS, NATIVE
import time

def main():
    console = Console(width=200)
    scale = 0.01 if "--quick" in sys.argv else 1.0
    t0=time.time()
    figures = keys.run(os.environ["DATABASE_URL"], [1_000, 1_000_000] if scale==1 else [100], scale, lambda w: print(f"{time.time()-t0:.0f}s", w, file=sys.stderr))
    table = Table()
    for h in ("", "target", "judged", *(w for w in WAYS if w != NATIVE), "quartiles", "met", "times", "rounds"): table.add_column(h)
    for f in figures:
        def both(s):
            c=f.cpu(s); w=f.wall(s)
            return (f"{c.middle:.2f} " if c else "- ")+(f"{w.middle:.2f}" if w else "-")
        j=f.judged
        c=f.cpu(j) if j else None
        table.add_row(f.work.name, str(f.work.target), f.work.judged, *(both(w) for w in WAYS if w!=NATIVE), f"{c.low:.2f}-{c.high:.2f}" if c else "", str(f.met), str(f.comparison.times), str(len(f.comparison.rounds)))
    console.print(table)
main()

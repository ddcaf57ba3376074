"""Where things lie in this checkout."""

from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
# What the project makes for itself and git does not see.
LOCAL: Final = ROOT / ".local"

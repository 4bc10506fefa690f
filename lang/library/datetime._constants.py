"""The constants of module datetime."""
from datetime import timezone as _timezone

MINYEAR = 1
MAXYEAR = 9999
UTC = _timezone.utc

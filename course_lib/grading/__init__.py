"""The instructor's side: build, repair, judge, marks. Not shipped to students."""

import os
import sys
from pathlib import Path

# nbgrader starts `alembic` by name: it must be found also where the virtual environment is not activated.
_programs = str(Path(sys.executable).parent)
if _programs not in os.environ.get("PATH", "").split(os.pathsep):
    os.environ["PATH"] = os.pathsep.join(filter(None, [_programs, os.environ.get("PATH", "")]))

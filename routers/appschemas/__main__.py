"""python -m appschemas: what a DBA needs of the contract, and the doctor, without manage.py."""

import sys

from appschemas.management.command_line import main

sys.exit(main())

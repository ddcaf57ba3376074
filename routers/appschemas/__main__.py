"""python -m appschemas: what a DBA needs of the contract, without a Django project."""

import sys

from appschemas.provisioning.command_line import main

sys.exit(main())

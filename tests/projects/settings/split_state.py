"""What a split of the project must come to, in JSON: `schemas`, `places`; or `copy NAME COPY...`.

`copy` makes copies of a database for the tests, which take them with the plugin beside this.
"""

import json
import sys

from django.apps import apps
from split_plugin import SPLIT

from appschemas.conf import get_contract
from appschemas.database.servers import databases_of
from appschemas.provisioning.clone import clone
from appschemas.provisioning.databases import comment_on, maintenance

contract, (what, *names) = get_contract(), sys.argv[1:]
if what == "schemas":
    print(json.dumps([schema.name for schema in contract.schemas]))
elif what == "places":
    managed = [each for each in apps.get_models(include_auto_created=True) if each._meta.managed]
    homes = [
        (contract.schema_of_app(each._meta.app_label).name, each._meta.db_table)
        for each in managed
        if not each._meta.proxy
    ]
    print(json.dumps(sorted(set(homes))))
else:
    (database,) = databases_of(contract)
    source, *copies = names
    with maintenance(database.alias) as server:
        for each in copies:
            clone(server, source, each)
            comment_on(server, each, SPLIT)

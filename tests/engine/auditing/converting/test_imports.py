"""Imports: a line more where isort has it, and one less where nothing uses it."""

from __future__ import annotations

import libcst as cst
import pytest

from appschemas.auditing.converting.imports import names_in, with_imports, without_imports

NEEDED = {("appschemas", "IdentityKey"): "IdentityKey"}
OURS = "from appschemas import IdentityKey\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("x = 1\n", f"{OURS}x = 1\n"),
        ('"""Doc."""\n\nx = 1\n', f'"""Doc."""\n\n{OURS}\nx = 1\n'),
        ("from django.db import models\n", f"{OURS}from django.db import models\n"),
        (
            "import re\n\nimport celery\nfrom django.db import models\n\nfrom a import b\n",
            f"import re\n\nimport celery\n{OURS}from django.db import models\n\nfrom a import b\n",
        ),
        (
            "import re\n\n# Django's\nfrom django.db import models\n",
            f"import re\n\n{OURS}# Django's\nfrom django.db import models\n",
        ),
        (
            "from __future__ import annotations\n\nfrom django.db import models\n",
            f"from __future__ import annotations\n\n{OURS}from django.db import models\n",
        ),
        (
            "from .a import b\nx = 1\nfrom c import d\n",
            f"from .a import b\n{OURS}x = 1\nfrom c import d\n",
        ),
        ("from appschemas import joined\n", "from appschemas import IdentityKey, joined\n"),
        (
            "import os\nfrom django.db import models\n",
            f"import os\n{OURS}from django.db import models\n",
        ),
    ],
)
def test_a_line_goes_where_isort_has_it(before: str, after: str) -> None:
    assert with_imports(cst.parse_module(before), NEEDED).code == after


def test_what_an_annotation_names_in_a_string_stays() -> None:
    tree = cst.parse_module('from a import B, C\nx: "list[B]" = []\n')

    assert without_imports(tree, {"B", "C"} - names_in(tree)).code == (
        'from a import B\nx: "list[B]" = []\n'
    )

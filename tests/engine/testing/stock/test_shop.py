import inspect

import pytest
import shop

CASES = [
    name
    for name, each in inspect.getmembers(shop, inspect.isfunction)
    if each.__module__ == "shop" and name != "raw" and name != "atomic"
]


@pytest.mark.django_db
@pytest.mark.parametrize("name", CASES)
def test_case(name):
    getattr(shop, name)()

import shop
from django.test import TestCase


class ShopTest(TestCase):
    def test_orm_join(self):
        shop.orm_join()

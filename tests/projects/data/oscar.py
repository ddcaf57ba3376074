"""Rows of a shop: what oscar's own factories make."""

from decimal import Decimal

from django.contrib.auth import get_user_model
from oscar.apps.catalogue.models import Category
from oscar.apps.wishlists.models import WishList
from oscar.test import factories
from oscar.test.basket import add_product

for number in range(20):
    customer = get_user_model().objects.create_user(f"ann{number}@example.com", "secret")
    basket = factories.create_basket()
    add_product(basket, Decimal("9.99"), 1 + number)
    order = factories.create_order(basket=basket, user=customer)
    product = order.lines.first().product
    product.categories.add(Category.add_root(name=f"Walls {number}"))
    WishList.objects.create(owner=customer).add(product)
    factories.ProductReviewFactory(product=product, user=customer)
    factories.UserAddressFactory(user=customer)
    voucher = factories.VoucherFactory(name=f"V{number}", code=f"V{number}")
    voucher.record_usage(order, customer)
factories.create_voucher()
factories.TransactionFactory(source__order=order)
factories.ProductAttributeValueFactory(product=product)

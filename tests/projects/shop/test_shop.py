"""What customers and staff of a shop do, through oscar's factories, pages and signals."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Count, ProtectedError, Sum
from django.urls import reverse
from oscar.apps.basket.models import Basket
from oscar.apps.catalogue.models import Category, Product
from oscar.apps.order.models import Line, Order
from oscar.apps.partner.models import StockRecord
from oscar.apps.wishlists.models import WishList
from oscar.test import factories
from oscar.test.basket import add_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def customer():
    return get_user_model().objects.create_user("ann@example.com", "secret")


@pytest.fixture
def staff(client):
    user = get_user_model().objects.create_superuser("boss@example.com", "secret")
    client.force_login(user, "oscar.apps.customer.auth_backends.EmailBackend")
    return client


def test_a_product_has_categories_and_stock():
    product = factories.create_product(price=Decimal("9.99"), num_in_stock=5)
    category = Category.add_root(name="Walls")
    product.categories.add(category)

    assert Product.objects.filter(categories__name="Walls").get() == product
    assert category.product_set.get().stockrecords.get().price == Decimal("9.99")
    assert StockRecord.objects.select_related("product__product_class", "partner").get().partner


def test_queries_follow_keys_in_both_directions(customer):
    order = factories.create_order(user=customer)

    assert Line.objects.filter(order__user__email="ann@example.com").count() == 1
    assert get_user_model().objects.filter(orders__lines__product__title__contains="t").exists()
    assert Order.objects.annotate(n=Count("lines__product")).get(pk=order.pk).n == 1
    assert Order.objects.aggregate(total=Sum("lines__quantity"))["total"] == 1
    related = Order.objects.select_related("user", "billing_address__country").get()
    assert related.user == customer


def test_an_order_takes_stock():
    basket = factories.create_basket()
    add_product(basket, Decimal("12.00"), 3)

    order = factories.create_order(basket=basket)

    line = order.lines.select_related("stockrecord__product").first()
    assert line.stockrecord.num_allocated == line.quantity
    assert order.num_items == 4


def test_what_fails_is_rolled_back_everywhere(customer):
    with pytest.raises(RuntimeError), transaction.atomic():
        factories.create_order(user=customer)
        raise RuntimeError

    assert (Order.objects.count(), Basket.objects.count(), Product.objects.count()) == (0, 0, 0)


def test_on_delete_reaches_over_apps(customer):
    order = factories.create_order(user=customer)
    wish = WishList.objects.create(owner=customer)
    wish.add(order.lines.get().product)

    customer.delete()

    assert not WishList.objects.exists()
    order.refresh_from_db()
    assert order.user is None
    product = order.lines.get().product
    product.delete()
    assert order.lines.get().product is None


def test_what_is_protected_stays():
    product = factories.create_product()

    with pytest.raises(ProtectedError):
        product.product_class.delete()

    assert Product.objects.filter(product_class=product.product_class).exists()


def test_reviews_and_votes(customer):
    review = factories.ProductReviewFactory(user=customer, score=5)
    review.vote_up(get_user_model().objects.create_user("eve@example.com", "secret"))
    review.product.update_rating()

    assert Product.objects.get(reviews__votes__delta=1).rating == 5


def test_offers_apply_to_a_basket():
    factories.create_offer()
    basket = factories.create_basket()
    add_product(basket, Decimal("100.00"), 5)
    from oscar.apps.offer.applicator import Applicator

    Applicator().apply(basket)

    assert basket.total_discount > 0


def test_a_voucher_is_used_once(customer):
    voucher = factories.VoucherFactory(usage="Single use")
    order = factories.create_order(user=customer)
    voucher.record_usage(order, customer)

    assert not voucher.is_available_to_user(user=customer)[0]
    assert voucher.applications.get().order == order


PAGES = ["catalogue:index", "basket:summary", "customer:login", "search:search"]


@pytest.mark.parametrize("page", PAGES)
def test_pages_of_the_shop(client, page):
    factories.create_product(title="On walls")

    assert client.get(reverse(page), follow=True).status_code == 200


def test_a_product_goes_into_the_basket(client):
    product = factories.create_product(price=Decimal("3.00"), num_in_stock=9)

    client.post(reverse("basket:add", kwargs={"pk": product.pk}), {"quantity": 2})

    assert b"2" in client.get(reverse("basket:summary")).content
    assert Basket.open.get().num_items == 2


def test_a_customer_sees_orders(client, customer):
    client.force_login(customer, "oscar.apps.customer.auth_backends.EmailBackend")
    order = factories.create_order(user=customer)

    page = client.get(reverse("customer:order", kwargs={"order_number": order.number}))

    assert str(order.number).encode() in page.content


@pytest.mark.parametrize(
    "page",
    [
        "dashboard:index", "dashboard:order-list", "dashboard:catalogue-product-list",
        "dashboard:catalogue-category-list", "dashboard:users-index", "dashboard:offer-list",
        "dashboard:voucher-list", "dashboard:range-list", "dashboard:partner-list",
        "dashboard:reviews-list", "dashboard:comms-list", "dashboard:shipping-method-list",
        "dashboard:page-list", "dashboard:reports-index",
    ],
)  # fmt: skip
def test_pages_of_the_dashboard(staff, page):
    factories.create_order()

    assert staff.get(reverse(page)).status_code == 200


REPORTS = ["order_report", "conversion-rate", "user_analytics", "product_analytics", "vouchers"]


@pytest.mark.parametrize("report", REPORTS)
def test_reports(staff, report):
    factories.create_order()

    page = staff.get(
        reverse("dashboard:reports-index"), {"report_type": report, "date_range": "all"}
    )

    assert page.status_code == 200


@pytest.mark.parametrize("query", ["username=ann", "number=1", "product_title=t", "voucher=x"])
def test_orders_are_found_by_what_other_apps_know(staff, customer, query):
    factories.create_order(user=customer)

    page = staff.get(f"{reverse('dashboard:order-list')}?{query}&response_format=html")

    assert page.status_code == 200


@pytest.mark.parametrize("model", ["order/order", "catalogue/product", "basket/basket"])
def test_pages_of_the_admin(staff, model):
    factories.create_order()

    assert staff.get(f"/admin/{model}/").status_code == 200

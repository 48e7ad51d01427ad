"""The routes under /orders."""

from typing import Annotated

from fastapi import APIRouter, BackgroundTasks, HTTPException, Query, Request, status
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from shop import suppliers, tasks
from shop.database import SessionDependency
from shop.models import Order, OrderLine, Product
from shop.schemas import NewOrder, OrderOut
from shop.security import Customer
from shop.settings import settings

router = APIRouter(prefix="/orders", tags=["orders"])


@router.get("", response_model=list[OrderOut])
async def list_orders(
    session: SessionDependency,
    customer: Customer,
    page: Annotated[int, Query(ge=1)] = 1,
) -> list[Order]:
    size = settings().page_size
    query = (
        select(Order)
        .where(Order.customer == customer)
        .options(selectinload(Order.lines))  # Without it, `total` would ask once per order.
        .order_by(Order.created_at.desc())
        .offset((page - 1) * size)
        .limit(size)
    )
    return list(await session.scalars(query))


@router.post("", response_model=OrderOut, status_code=status.HTTP_201_CREATED)
async def place_order(new: NewOrder, session: SessionDependency, customer: Customer, background: BackgroundTasks) -> Order:
    pieces = {line.sku: line.pieces for line in new.lines}
    # The lock lasts until the commit: two people cannot buy the last piece.
    query = select(Product).where(Product.sku.in_(pieces)).order_by(Product.id).with_for_update()
    products = list(await session.scalars(query))
    if missing := pieces.keys() - {product.sku for product in products}:
        raise HTTPException(status.HTTP_404_NOT_FOUND, f"no such product: {', '.join(sorted(missing))}")
    order = Order.for_customer(customer, {product: pieces[product.sku] for product in products})
    session.add(order)
    await session.commit()
    tasks.send_confirmation.delay(order.id)
    background.add_task(tasks.count_sale, len(order.lines))
    return order


@router.get("/{order_id}/prices")
async def compare_prices(order_id: int, request: Request, session: SessionDependency, customer: Customer) -> dict[str, float]:
    """What our suppliers ask today for what is in this order, cheapest first."""
    query = (
        select(Order)
        .where(Order.id == order_id, Order.customer == customer)
        .options(selectinload(Order.lines).selectinload(OrderLine.product))
    )
    order = (await session.execute(query)).scalar_one_or_none()
    if order is None:
        raise HTTPException(status.HTTP_404_NOT_FOUND)
    skus = [line.product.sku for line in order.lines]
    prices = await suppliers.cheapest(request.app.state.suppliers, skus)
    return dict(sorted(prices.items(), key=lambda item: item[1]))

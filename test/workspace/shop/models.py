"""What the shop remembers."""

from __future__ import annotations

import enum
from datetime import datetime
from decimal import Decimal

from sqlalchemy import DateTime, ForeignKey, Index, Numeric, String, func
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class OutOfStock(Exception):
    """There are fewer pieces on the shelf than somebody wants."""


class Base(DeclarativeBase):
    pass


class OrderState(enum.StrEnum):
    OPEN = "open"
    PAID = "paid"
    SENT = "sent"


class Product(Base):
    __tablename__ = "products"

    id: Mapped[int] = mapped_column(primary_key=True)
    sku: Mapped[str] = mapped_column(String(32), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    price: Mapped[Decimal] = mapped_column(Numeric(10, 2))
    stock: Mapped[int] = mapped_column(default=0, server_default="0")

    def take(self, pieces: int) -> None:
        if pieces > self.stock:
            raise OutOfStock(f"{self.name}: {pieces} wanted, {self.stock} there")
        self.stock -= pieces


class Order(Base):
    __tablename__ = "orders"
    __table_args__ = (Index("orders_by_customer", "customer", "created_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    customer: Mapped[str] = mapped_column(String(100))
    state: Mapped[OrderState] = mapped_column(default=OrderState.OPEN)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    lines: Mapped[list[OrderLine]] = relationship(back_populates="order", cascade="all, delete-orphan")

    @classmethod
    def for_customer(cls, customer: str, wanted: dict[Product, int]) -> Order:
        """The usual way to make one: takes the pieces off the shelf at the same time."""
        order = cls(customer=customer)
        for product, pieces in wanted.items():
            product.take(pieces)
            order.lines.append(OrderLine(product=product, pieces=pieces, price=product.price))
        return order

    @property
    def total(self) -> Decimal:
        return sum((line.price * line.pieces for line in self.lines), Decimal(0))

    @staticmethod
    def number(order_id: int) -> str:
        return f"S-{order_id:06d}"


class OrderLine(Base):
    __tablename__ = "order_lines"

    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id", ondelete="CASCADE"), index=True)
    product_id: Mapped[int] = mapped_column(ForeignKey("products.id"))
    pieces: Mapped[int]
    price: Mapped[Decimal] = mapped_column(Numeric(10, 2))

    order: Mapped[Order] = relationship(back_populates="lines")
    product: Mapped[Product] = relationship(lazy="raise")

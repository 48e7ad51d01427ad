"""What comes in and what goes out, checked."""

from datetime import datetime
from decimal import Decimal
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator


class WantedLine(BaseModel):
    sku: str = Field(min_length=3, max_length=32, pattern=r"^[A-Z0-9-]+$")
    pieces: int = Field(ge=1, le=100)

    @field_validator("sku", mode="before")
    @classmethod
    def in_capitals(cls, value: object) -> object:
        return value.strip().upper() if isinstance(value, str) else value


class NewOrder(BaseModel):
    lines: list[WantedLine] = Field(min_length=1)

    @model_validator(mode="after")
    def each_product_once(self) -> Self:
        if len({line.sku for line in self.lines}) < len(self.lines):
            raise ValueError("the same product stands in two lines: add the pieces up")
        return self


class OrderOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: int
    customer: str
    state: str
    created_at: datetime
    total: Decimal

"""Asking several suppliers at the same time, without asking too much of any of them."""

import asyncio
import logging
import random
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import httpx

logger = logging.getLogger(__name__)
addresses = ("https://north.example/prices", "https://south.example/prices")
at_once = asyncio.Semaphore(8)


@asynccontextmanager
async def polite() -> AsyncIterator[None]:
    async with at_once, asyncio.timeout(3):
        yield


async def price(client: httpx.AsyncClient, address: str, sku: str) -> float:
    async with polite():
        response = await client.get(address, params={"sku": sku})
        response.raise_for_status()
        return float(response.json()["price"])


async def cheapest(client: httpx.AsyncClient, skus: Sequence[str]) -> dict[str, float]:
    """The lowest price per product. One supplier may fail: what the other says still counts."""
    found: dict[str, float] = {}
    for sku in skus:
        answers = await asyncio.gather(*(price(client, address, sku) for address in addresses), return_exceptions=True)
        prices = [answer for answer in answers if isinstance(answer, float)]
        if prices:
            found[sku] = min(prices)
        else:
            logger.warning("nobody sells %s", sku)
    return found


async def reserve(client: httpx.AsyncClient, wanted: dict[str, int]) -> None:
    """All or nothing: the first refusal cancels the others."""
    try:
        async with asyncio.TaskGroup() as group:
            for sku, pieces in wanted.items():
                group.create_task(client.post(addresses[0], json={"sku": sku, "pieces": pieces}))
    except* httpx.HTTPError as failures:
        logger.error("%d reservations failed", len(failures.exceptions))
        raise


async def watch(client: httpx.AsyncClient, sku: str) -> AsyncIterator[float]:
    """Yields each new price. The caller ends it by leaving its `async for`."""
    last: float | None = None
    while True:
        current = await price(client, addresses[0], sku)
        if current != last:
            last = current
            yield current
        await asyncio.sleep(60 + random.uniform(0, 5))

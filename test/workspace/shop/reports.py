"""Numbers for people: what was sold, and which products are sold together."""

import itertools
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from types import TracebackType

from sqlalchemy import func, select

from shop.database import new_session
from shop.models import Order, OrderLine, Product


@dataclass(frozen=True, slots=True)
class Sold:
    sku: str
    pieces: int
    tags: list[str] = field(default_factory=list)


class Stopwatch:
    """`with Stopwatch() as watch: …`, then read watch.seconds."""

    seconds = 0.0

    def __enter__(self) -> "Stopwatch":
        self.started = time.perf_counter()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.seconds = time.perf_counter() - self.started


async def sold_yesterday() -> list[Sold]:
    since = datetime.now(timezone.utc) - timedelta(days=1)
    query = (
        select(Product.sku, func.sum(OrderLine.pieces))
        .join(OrderLine.product)
        .join(OrderLine.order)
        .where(Order.created_at >= since)
        .group_by(Product.sku)
    )
    async with new_session() as session:
        return [Sold(sku, pieces) for sku, pieces in await session.execute(query)]


def summarise(lines: Iterable[Sold]) -> dict[str, int]:
    pieces: defaultdict[str, int] = defaultdict(int)
    for line in lines:
        pieces[line.sku] += line.pieces
    return dict(sorted(pieces.items(), key=lambda pair: pair[1], reverse=True))


def pairs(baskets: Iterable[set[str]]) -> Iterator[tuple[str, str]]:
    for basket in baskets:
        yield from itertools.combinations(sorted(basket), 2)


def sold_together(baskets: list[set[str]], workers: int = 4) -> Counter[tuple[str, str]]:
    """Counting is work for the processor, so it goes to processes and not to threads."""
    parts = [baskets[start::workers] for start in range(workers)]
    with ProcessPoolExecutor(max_workers=workers) as pool:
        return sum(pool.map(count_pairs, parts), Counter())


def count_pairs(baskets: list[set[str]]) -> Counter[tuple[str, str]]:
    return Counter(pairs(baskets))


def running_total(step: int = 1):
    """Returns a function that remembers: total(3), then total(4) gives 7."""
    so_far = 0

    def add(amount: int) -> int:
        nonlocal so_far
        so_far += amount * step
        return so_far

    return add

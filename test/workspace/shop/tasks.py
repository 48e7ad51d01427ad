"""What can wait a little: letters, counts, and the nightly report."""

import asyncio
import smtplib
from email.message import EmailMessage

from celery import Celery, Task, shared_task
from celery.schedules import crontab
from celery.utils.log import get_task_logger

from shop import reports
from shop.database import new_session
from shop.models import Order
from shop.settings import settings

logger = get_task_logger(__name__)

app = Celery("shop", broker=settings().broker_url)
app.conf.update(
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    worker_prefetch_multiplier=1,
    task_serializer="json",
    broker_transport_options={"visibility_timeout": 3600},
    beat_schedule={
        "nightly-report": {"task": "shop.tasks.nightly_report", "schedule": crontab(hour=3, minute=15)},
    },
)


@shared_task(
    bind=True,
    acks_late=True,
    autoretry_for=(smtplib.SMTPException, ConnectionError),
    retry_backoff=True,
    retry_jitter=True,
    max_retries=5,
)
def send_confirmation(self: Task, order_id: int) -> None:
    """May run twice (the worker can die after sending), so the letter's id is the order's: mail servers drop the second."""
    order = asyncio.run(load(order_id))
    if order is None:
        raise self.retry(countdown=2)  # We were faster than the commit.
    letter = EmailMessage()
    letter["To"] = f"{order.customer}@mail.example"
    letter["Subject"] = f"Your order {Order.number(order.id)}"
    letter["Message-ID"] = f"<order-{order.id}@shop.example>"
    letter.set_content("Thank you! We are packing it now.")
    with smtplib.SMTP("localhost") as server:
        server.send_message(letter)


async def load(order_id: int) -> Order | None:
    async with new_session() as session:
        return await session.get(Order, order_id)


@shared_task(time_limit=600, soft_time_limit=540)
def nightly_report() -> int:
    lines = asyncio.run(reports.sold_yesterday())
    summary = reports.summarise(lines)
    logger.info("%d products were sold yesterday", len(summary))
    return len(summary)


def count_sale(lines: int) -> None:
    """Runs after the response, in the web process: it must be quick and may be lost."""
    logger.debug("an order with %d lines", lines)

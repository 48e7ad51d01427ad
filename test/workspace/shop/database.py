"""The connection pool and the session that each request gets."""

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

from shop.settings import settings

engine = create_async_engine(
    settings().database_url,
    pool_size=10,
    max_overflow=5,
    pool_recycle=1800,  # Our load balancer drops connections that were idle for an hour.
    pool_pre_ping=True,
    isolation_level="REPEATABLE READ",
)
new_session = async_sessionmaker(engine, expire_on_commit=False)


async def get_session() -> AsyncIterator[AsyncSession]:
    """A session per request: committed when the route returns, rolled back when it raises."""
    async with new_session() as session:
        try:
            yield session
            await session.commit()
        except BaseException:
            await session.rollback()
            raise


SessionDependency = Annotated[AsyncSession, Depends(get_session)]

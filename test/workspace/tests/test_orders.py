"""The routes, with a database that forgets."""

from collections.abc import AsyncIterator

import pytest
from httpx import ASGITransport, AsyncClient
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

from shop.database import get_session
from shop.main import app
from shop.models import Base, Product
from shop.security import sign


@pytest.fixture
async def client() -> AsyncIterator[AsyncClient]:
    engine = create_async_engine("sqlite+aiosqlite://")
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    new_session = async_sessionmaker(engine, expire_on_commit=False)
    async with new_session.begin() as session:
        session.add(Product(sku="TEA-1", name="Green tea", price=4, stock=3))

    async def session_for_tests() -> AsyncIterator[AsyncSession]:
        async with new_session() as session:
            yield session

    app.dependency_overrides[get_session] = session_for_tests
    headers = {"Authorization": f"Bearer ann.{sign('ann')}"}
    async with AsyncClient(transport=ASGITransport(app=app), base_url="http://shop", headers=headers) as client:
        yield client
    app.dependency_overrides.clear()


@pytest.mark.anyio
@pytest.mark.parametrize(("pieces", "expected"), [(1, 201), (3, 201), (4, 409), (0, 422)])
async def test_only_what_is_on_the_shelf_can_be_ordered(client: AsyncClient, pieces: int, expected: int) -> None:
    response = await client.post("/orders", json={"lines": [{"sku": "tea-1", "pieces": pieces}]})
    assert response.status_code == expected

"""Where the service finds its neighbours. Every value can come from the environment: SHOP_DATABASE_URL and so on."""

from functools import lru_cache

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="SHOP_", env_file=".env")

    database_url: str = "postgresql+asyncpg://shop@localhost/shop"
    broker_url: str = "redis://localhost:6379/0"
    token_secret: SecretStr = SecretStr("only for development")
    page_size: int = Field(default=50, ge=1, le=200)


@lru_cache
def settings() -> Settings:
    """Read once. Tests call settings.cache_clear() after changing the environment."""
    return Settings()

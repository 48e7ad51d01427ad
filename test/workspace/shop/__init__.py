"""A small shop: orders, stock, suppliers. FastAPI answers, SQLAlchemy remembers, Celery does what can wait."""

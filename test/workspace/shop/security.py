"""Who is asking."""

import hashlib
import hmac
from typing import Annotated

from fastapi import Depends, HTTPException, status
from fastapi.security import OAuth2PasswordBearer

from shop.settings import settings

token_from_header = OAuth2PasswordBearer(tokenUrl="/token")


def sign(customer: str) -> str:
    secret = settings().token_secret.get_secret_value().encode()
    return hmac.new(secret, customer.encode(), hashlib.sha256).hexdigest()


def current_customer(token: Annotated[str, Depends(token_from_header)]) -> str:
    """The customer's name out of `name.signature`."""
    customer, _, signature = token.rpartition(".")
    if not hmac.compare_digest(signature, sign(customer)):
        raise HTTPException(status.HTTP_401_UNAUTHORIZED, headers={"WWW-Authenticate": "Bearer"})
    return customer


Customer = Annotated[str, Depends(current_customer)]

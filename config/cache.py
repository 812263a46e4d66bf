"""The cache may be lost at any moment: a page is then made without it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import structlog
from django.core.cache.backends.redis import RedisCache

logger = structlog.stdlib.get_logger(__name__)


class LosableRedisCache(RedisCache):
    """Django's Redis cache; where the server does not answer, nothing is found and nothing is kept."""

    def _or(self, value: Any, call: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        from redis.exceptions import RedisError  # the checks open every cache, and would pay for the library

        try:
            return call(*arguments, **named)
        except (RedisError, OSError) as error:
            logger.warning("the cache does not answer", error=type(error).__name__)
            return value

    def add(self, key: Any, value: Any, *arguments: Any, **named: Any) -> bool:
        return bool(self._or(False, super().add, key, value, *arguments, **named))

    def get(self, key: Any, default: Any = None, version: Any = None) -> Any:
        return self._or(default, super().get, key, default, version)

    def set(self, key: Any, value: Any, *arguments: Any, **named: Any) -> None:
        self._or(None, super().set, key, value, *arguments, **named)

    def touch(self, key: Any, *arguments: Any, **named: Any) -> bool:
        return bool(self._or(False, super().touch, key, *arguments, **named))

    def delete(self, key: Any, version: Any = None) -> bool:
        return bool(self._or(False, super().delete, key, version))

    def get_many(self, keys: Any, version: Any = None) -> dict[Any, Any]:
        return dict(self._or({}, super().get_many, keys, version))

    def set_many(self, data: Any, *arguments: Any, **named: Any) -> list[Any]:
        return list(self._or(list(data), super().set_many, data, *arguments, **named))

    def delete_many(self, keys: Any, version: Any = None) -> None:
        self._or(None, super().delete_many, keys, version)

    def has_key(self, key: Any, version: Any = None) -> bool:
        return bool(self._or(False, super().has_key, key, version))

    def clear(self) -> bool:
        return bool(self._or(False, super().clear))

# The portal in one image; what it does is decided by its command: web, worker or beat.

FROM python:3.13-slim-bookworm AS build
ENV UV_LINK_MODE=copy UV_COMPILE_BYTECODE=1 UV_PROJECT_ENVIRONMENT=/app/.venv
WORKDIR /app
RUN pip install --no-cache-dir uv
COPY pyproject.toml uv.lock ./
RUN uv sync --locked --no-dev --no-install-project
COPY . .
# static files belong into the image: nothing is written at run time but media
RUN SECRET_KEY=$(python -c 'import secrets; print(secrets.token_urlsafe(64))') \
    DATABASE_URL=postgres:///none REDIS_URL=redis://none \
    /app/.venv/bin/python manage.py collectstatic --noinput

FROM python:3.13-slim-bookworm
# takes a sixth off the time of a file; docker-compose.yml has the worker use it
RUN apt-get update \
    && apt-get install --yes --no-install-recommends libjemalloc2 \
    && rm -rf /var/lib/apt/lists/*
RUN groupadd --system --gid 10001 portal \
    && useradd --system --uid 10001 --gid portal --home-dir /app --shell /usr/sbin/nologin portal \
    && mkdir -p /app /media \
    && chown portal:portal /media
COPY --from=build --chown=root:root /app /app
WORKDIR /app
ENV PATH=/app/.venv/bin:$PATH PYTHONUNBUFFERED=1 PORTAL_MODE=production MEDIA_ROOT=/media WEB_BIND=0.0.0.0:8000
USER portal
EXPOSE 8000
CMD ["gunicorn", "--config=python:config.gunicorn", "config.wsgi"]

"""What the settings are where nothing but the secret and the host is set."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import identify_hasher, make_password
from django.test import Client

PROJECT = Path(__file__).resolve().parents[2]
ASK = """
import django, json
django.setup()
from django.conf import settings
from django.test import Client
names = ("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE",
         "SESSION_COOKIE_HTTPONLY", "SESSION_COOKIE_SAMESITE", "SESSION_COOKIE_AGE", "DEBUG")
host = {"host": "briefing.example.org"}
found = {name: getattr(settings, name) for name in names}
plain = Client(headers=host).get("/en/verify/?digest=1")
absent = Client(headers=host).get("/en/nowhere/", secure=True)
print(json.dumps({"settings": found, "plain": [plain.status_code, plain.headers.get("Location")],
                  "status": absent.status_code, "absent": dict(absent.headers)}))
"""


@pytest.fixture(scope="module")
def production() -> dict[str, Any]:
    environment = {name: os.environ[name] for name in ("PATH", "DATABASE_URL", "REDIS_URL")}
    environment |= {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "SECRET_KEY": "only-for-this-test-" * 4,
        "ALLOWED_HOSTS": "briefing.example.org",
        "LOG_LEVEL": "CRITICAL",
    }
    asked = subprocess.run(
        [sys.executable, "-c", ASK], cwd=PROJECT, env=environment, capture_output=True, text=True
    )
    assert asked.returncode == 0, asked.stderr
    return json.loads(asked.stdout)


def test_cookies_travel_by_https_to_this_host_alone_and_no_script_reads_them(production: dict[str, Any]):
    found = production["settings"]

    assert found["SESSION_COOKIE_NAME"] == "__Host-sessionid"
    assert found["CSRF_COOKIE_NAME"] == "__Host-csrftoken"
    assert found["SESSION_COOKIE_SECURE"]
    assert found["CSRF_COOKIE_SECURE"]
    assert found["SESSION_COOKIE_HTTPONLY"]
    assert found["SESSION_COOKIE_SAMESITE"] == "Lax"
    assert found["SESSION_COOKIE_AGE"] <= 12 * 60 * 60
    assert not found["DEBUG"]


def test_plain_http_leads_to_https_and_browsers_remember_it(production: dict[str, Any]):
    status, location = production["plain"]

    assert status == 301
    assert location == "https://briefing.example.org/en/verify/?digest=1"
    assert "max-age=31536000" in production["absent"]["Strict-Transport-Security"]
    assert "includeSubDomains" in production["absent"]["Strict-Transport-Security"]
    assert "upgrade-insecure-requests" in production["absent"]["Content-Security-Policy"]


def test_a_password_is_kept_by_argon2_and_an_older_one_is_hashed_anew(db: None):
    user = get_user_model().objects.create(username="older")
    user.password = make_password("어제의 비밀번호 4711", hasher="pbkdf2_sha256")
    user.save()

    Client().post("/en/sign-in/", {"username": "older", "password": "어제의 비밀번호 4711"})
    user.refresh_from_db()

    assert identify_hasher(user.password).algorithm == "argon2"


@pytest.mark.parametrize(
    ("name", "kind", "content"),
    [
        ("picture.svg", "image/svg+xml", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        ("page.html", "text/html", b"<script>alert(1)</script>"),
        ("picture.png", "image/png", b"\x89PNG\r\n\x1a\n<script>alert(1)</script>"),
        ("paper.pdf", "application/pdf", b"%PDF-1.7 <html><script>alert(1)</script>"),
        ("picture.jpg", "image/jpeg", b"GIF89a/*" + b"\0" * 100),
    ],
)
def test_no_page_takes_a_file_whatever_it_is_called(account: Any, name: str, kind: str, content: bytes):
    from django.core.files.uploadedfile import SimpleUploadedFile

    client = Client()
    client.force_login(account("administrator"))
    file = SimpleUploadedFile(name, content, content_type=kind)

    answer = client.post("/admin/account/", {"avatar-avatar": file})

    assert answer.status_code == 400
    assert "이 포털은 파일을 받지 않습니다" in answer.content.decode()
    assert "This portal takes no files" in answer.content.decode()


@pytest.mark.parametrize(
    "address",
    ["/admin/images/add/", "/admin/documents/add/", "/admin/collections/", "/django-admin/"],
)
def test_pages_for_pictures_documents_and_plain_tables_are_closed_and_no_menu_leads_there(
    account: Any, address: str
):
    client = Client()
    client.force_login(account("administrator"))

    assert client.get(address).status_code == 404
    assert f'"{address.removesuffix("add/")}"' not in client.get("/admin/").content.decode()


def test_a_pasted_paragraph_of_200_000_characters_fits_and_nginx_agrees_on_the_most(settings: Any):
    limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    nginx = re.search(r"client_max_body_size (\d+)m;", (PROJECT / "deploy/nginx/portal.conf").read_text())

    assert limit > 3 * len(("가" * 200_000).encode())
    assert nginx is not None
    assert int(nginx[1]) * 1024 * 1024 == limit

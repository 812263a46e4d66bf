"""Which home the servers of a checkout have: its own, whatever was cloned, copied or moved where."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from config import servers_home
from config.embedded import LOCK_VARIABLE, EmbeddedServersFailed, embedded_servers
from config.servers_home import Home, belongs_to, name_of_checkout


@pytest.fixture
def homes(tmp_path: Path) -> Path:
    return tmp_path / "homes"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    return tmp_path / "portal"


def started(checkout: Path, homes: Path) -> str:
    """The name of the home in which a checkout's servers were started."""
    name = name_of_checkout(checkout, homes)
    folder = homes / name
    folder.mkdir(parents=True, exist_ok=True)
    belongs_to(Home(folder, 0, 0), checkout)
    (checkout / "var" / "media").mkdir(exist_ok=True)
    return name


def test_a_checkout_keeps_its_home(checkout: Path, homes: Path):
    assert started(checkout, homes) == started(checkout, homes)


def test_what_is_cloned_to_the_path_of_a_removed_checkout_begins_anew(checkout: Path, homes: Path):
    before = started(checkout, homes)
    shutil.rmtree(checkout)

    assert started(checkout, homes) != before


def test_a_moved_checkout_keeps_its_home(checkout: Path, homes: Path, tmp_path: Path):
    before = started(checkout, homes)
    moved = checkout.rename(tmp_path / "elsewhere")

    assert started(moved, homes) == before
    assert started(moved, homes) == before, "nor does it lose it the next time"


def test_a_copied_checkout_shares_no_database(checkout: Path, homes: Path, tmp_path: Path):
    before = started(checkout, homes)
    copied = shutil.copytree(checkout, tmp_path / "copy")

    of_the_copy = started(copied, homes)

    assert of_the_copy != before
    assert started(copied, homes) == of_the_copy
    assert started(checkout, homes) == before


def test_a_home_that_an_earlier_version_named_by_the_path_is_kept_with_its_files(
    checkout: Path, homes: Path, tmp_path: Path
):
    name = Home(checkout, 0, 0).sockets.name.rpartition("-")[2]
    (homes / name).mkdir(parents=True)
    (checkout / "var" / "media").mkdir(parents=True)

    assert started(checkout, homes) == name

    shutil.rmtree(checkout)
    assert started(checkout, homes) != name, "cloned anew, it has no files of that database"


def test_a_name_that_was_not_written_whole_is_written_anew(checkout: Path, homes: Path):
    started(checkout, homes)
    (checkout / "var" / "servers-home").write_text("../..")

    name = started(checkout, homes)

    assert (homes / name).parent == homes
    assert name.isalnum()


def test_two_commands_that_begin_at_once_in_a_new_checkout_find_one_home(homes: Path, tmp_path: Path):
    for number in range(50):
        with ThreadPoolExecutor(4) as commands:
            found = set(commands.map(name_of_checkout, [tmp_path / f"{number}"] * 4, [homes] * 4))

        assert len(found) == 1


def test_where_nothing_can_be_written_one_sentence_says_where(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
):
    checkout.mkdir()
    (checkout / "var").write_text("no folder")
    monkeypatch.setattr(servers_home, "PROJECT", checkout)
    for name in ("DATABASE_URL", "REDIS_URL", "PORTAL_SERVERS", LOCK_VARIABLE):
        monkeypatch.delenv(name, raising=False)

    with pytest.raises(EmbeddedServersFailed, match=str(checkout / "var")), embedded_servers("migrate"):
        pass

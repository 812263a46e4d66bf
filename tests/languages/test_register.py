"""Every figure of the seed briefings, as each language prints it, and the sums that must come out."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import msgspec
import pytest

from languages.figures import print_figure, print_number
from languages.trilingual import LANGUAGES, Language
from tests.languages.registered import FIGURES, ROWS, Registered, value

PRINTED = [registered for registered in FIGURES if registered.expected is not None]


def test_the_register_holds_all_139_rows_of_the_contract() -> None:
    by_seed = Counter(row[:4] for row in ROWS)

    assert by_seed == {"F000": 16, "F001": 22, "F002": 31, "F003": 70}
    assert len(set(ROWS)) == 139


def test_every_figure_that_may_be_printed_has_an_expected_text_and_no_other() -> None:
    may_print = {registered.figure.key for registered in FIGURES if registered.figure.printable != "never"}

    assert {registered.figure.key for registered in PRINTED} == may_print


@pytest.mark.parametrize("registered", PRINTED, ids=lambda registered: registered.figure.key)
def test_a_registered_figure_reads_as_a_native_writer_would_put_it(registered: Registered) -> None:
    printed = print_figure(registered.figure, registered.unit)

    assert printed == registered.expected


@pytest.mark.parametrize(
    "registered",
    [r for r in PRINTED if r.figure.qualifier != "exact" and r.figure.kind != "rank"],
    ids=lambda registered: registered.figure.key,
)
def test_a_hedged_figure_is_hedged_in_every_language(registered: Registered) -> None:
    exact = msgspec.structs.replace(registered.figure, qualifier="exact")

    hedged = print_figure(registered.figure, registered.unit)
    bare = print_figure(exact, registered.unit)

    for language in LANGUAGES:
        assert hedged[language] != bare[language]
        assert bare[language] in hedged[language]


class TestDerivedChecks:
    def test_d_01_a_fifth_of_the_pis_fund_is_for_asean_smart_cities(self) -> None:
        assert value("F001-11") / value("F001-10") == Decimal("0.2")

    def test_d_02_fifteen_office_holders_came_from_eleven_countries(self) -> None:
        office_holders = value("F001-04") + value("F001-05")

        assert office_holders == 15
        assert office_holders > value("F001-03") + 1

    def test_d_03_the_flagship_projects_are_the_sum_of_their_two_parts(self) -> None:
        assert value("F003-20") + value("F003-21") == value("F003-19")

    @pytest.mark.parametrize(
        ("check", "now", "growth", "before"),
        [
            ("D-04", "F003-05", Decimal(3), "KRW 3.37 trillion"),
            ("D-05", "F003-08", Decimal("1.193"), "KRW 29.59 trillion"),
            ("D-06", "F003-55", Decimal("1.325"), "KRW 9.18 trillion"),
        ],
    )
    def test_d_04_to_06_what_an_amount_was_before_it_grew(
        self, check: str, now: str, growth: Decimal, before: str
    ) -> None:
        earlier = (value(now) / growth).quantize(Decimal("1E10"))

        assert f"KRW {print_number(earlier, 'en')}" == before, check

    def test_d_07_the_ai_budget_was_converted_at_188_8_won_to_the_yuan(self) -> None:
        rate = value("F003-05") / value("F003-06")

        assert round(rate, 1) == Decimal("188.8")

    def test_d_11_some_160_000_gpus_have_no_stated_user(self) -> None:
        left_over = value("F003-11") - value("F003-12") - value("F003-13")

        assert print_number(left_over, "en") == "160,000"

    @pytest.mark.parametrize(
        ("number", "language", "printed"),
        [
            (10**12, "ko", "1조"),
            (10**12, "zh-hans", "1万亿"),
            (10**12, "en", "1 trillion"),
            (10**8, "ko", "1억"),
            (10**8, "zh-hans", "1亿"),
            (10**8, "en", "100 million"),
            (10**4, "ko", "1만"),
            (10**4, "zh-hans", "1万"),
            (10**4, "en", "10,000"),
        ],
    )
    def test_d_13_each_language_counts_in_its_own_steps(
        self, number: int, language: Language, printed: str
    ) -> None:
        assert print_number(Decimal(number), language) == printed

"""Addresses, codes and names of fixed spelling hold digits and no quantity."""

from __future__ import annotations

import pytest

from languages.parity import masks


@pytest.mark.parametrize(
    "text",
    [
        *(
            "https://www.molit.go.kr/1",
            "a1@molit.go.kr로",
            "kotra.or.kr 3",
            "02-2110-8000",
            "1599-0001",
            "900101-1234567",
        ),
        *(
            "123-45-67890",
            "+82-44-201-3000",
            "v1.2.3",
            "ver. 10.2",
            "10.0.0.1",
            "1a2b3c4",
            "12345678901234567890123456",
        ),
        *(
            "1_000",
            "<b>3</b>",
            "&#39;5",
            "%(number)d 5",
            "{{ n }} 5",
            "%20",
            "42 서울",
            "코로나19",
            "10진법",
            "16进制",
        ),
        *(
            "747-8",
            "보잉 737",
            "S&P 500",
            "富时100",
            "다우30",
            "标普500",
            "코스피200",
            "沪深300",
            "2.0 트랙",
            "Track 1.5",
        ),
    ],
)
def test_what_is_no_quantity_is_masked_though_texts_are_looked_at_first(text: str) -> None:
    masked = masks.masks(text)

    assert masked != []
    assert all(
        any(mask.start <= place.start() and place.end() <= mask.end for mask in masked)
        for pattern in (masks._NOTHING, masks._FIXED)
        for place in pattern.finditer(text)
    )

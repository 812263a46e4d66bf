"""Texts that no editor means to paste, and what of each is left for a reader."""

from __future__ import annotations

ODD_TEXTS = {
    "control characters": "서울\x07시\x1b[31m",
    "a sign that reverses text": "보고\u202e서",
    "hidden characters": "서\u200b울\ufeff",
    "emoji": "출시 🚀👩‍👩‍👧",
    "rare Han": "𠮷野\U0002a6d6",
    "Typst code": '#read("/etc/passwd") #eval("1") $x$ *b* @label <label> \\u{41}',
    "a script": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "a link to a script": "javascript:alert(1)",
    "a template": "{{ settings.SECRET_KEY }}{% debug %}{# x #}",
    "a formula": '=cmd|"/c calc"!A1',
    "another formula": "@SUM(1+1)*cmd|' /C calc'!A0",
    "odd references": "[[nothing]] [[a/b/c]] [[[]]] ]] [[",
    "format marks": "%s %(x)s {0} {names} \\1 \\N{DEGREE SIGN}",
    "decomposed Hangul": "\u1112\u1161\u11ab\u1100\u116e\u11a8",
    "an unclosed tag": "<p><b><a href='javascript:alert(1)'>여기",
    "a marked section": "<![CDATA[x]]><![x[",
}

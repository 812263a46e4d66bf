"""A clause of a Korean law, as it is written in Korean, and as Chinese and English write it."""

from __future__ import annotations

import re

import msgspec

from languages.trilingual import Trilingual

_CLAUSE = re.compile(
    r"제\s*(?P<article>\d+)\s*조(?:\s*의\s*(?P<branch>\d+))?"
    r"(?:\s*제\s*(?P<paragraph>\d+)\s*항)?"
    r"(?P<points>(?:\s*제\s*\d+\s*호(?:\s*(?:[·ㆍ・,，、]|및|와)\s*제\s*\d+\s*호)*)?)"
)
_NUMBER = re.compile(r"\d+")


class Clause(msgspec.Struct, frozen=True):
    """An article (조, with its branch 의2), and in it a paragraph (항) and points (호), as far as they are named."""

    article: int
    branch: int | None = None
    paragraph: int | None = None
    points: tuple[int, ...] = ()


def clause_of(korean: str) -> Clause | None:
    """`제9조제1항제2호·제5호` in its parts; None for what is no clause of one article."""
    found = _CLAUSE.fullmatch(korean.strip())
    if found is None:
        return None
    branch, paragraph = found["branch"], found["paragraph"]
    return Clause(
        int(found["article"]),
        int(branch) if branch else None,
        int(paragraph) if paragraph else None,
        tuple(int(number) for number in _NUMBER.findall(found["points"])),
    )


def print_clause(korean: str) -> Trilingual:
    """The clause as each language writes law: 第9条第1款第2项和第5项, Article 9(1)(2) and (5); other wording as it is."""
    clause = clause_of(korean)
    if clause is None:
        return Trilingual(korean, korean, korean)
    chinese = f"第{clause.article}条" + (f"之{clause.branch}" if clause.branch else "")
    english = f"Article {clause.article}" + (f"-{clause.branch}" if clause.branch else "")
    if clause.paragraph:
        chinese += f"第{clause.paragraph}款"
        english += f"({clause.paragraph})"
    return Trilingual(
        korean,
        chinese + _listed([f"第{point}项" for point in clause.points], "、", "和"),
        english + _listed([f"({point})" for point in clause.points], ", ", " and "),
    )


def _listed(points: list[str], sign: str, last: str) -> str:
    return last.join([sign.join(points[:-1]), points[-1]]) if len(points) > 1 else "".join(points)

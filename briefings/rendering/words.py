"""The few words that a printed edition says of itself. All others are the document's."""

from __future__ import annotations

from languages.trilingual import Language, Trilingual

WORDS: dict[str, Trilingual] = {
    "ministry": Trilingual(
        "국토교통부", "韩国国土交通部", "Ministry of Land, Infrastructure and Transport, Republic of Korea"
    ),
    "contents": Trilingual("목차", "目录", "Contents"),
    "edition": Trilingual("제{number}판", "第{number}版", "Edition {number}"),
    "edition_in_box": Trilingual(
        "제{number}판({day} 확정)", "第{number}版（{day}定稿）", "{number}, sealed on {day}"
    ),
    "page": Trilingual("{page} / {pages}쪽", "第{page}页 / 共{pages}页", "Page {page} of {pages}"),
    "sources": Trilingual("출처", "来源", "Sources"),
    "source": Trilingual("출처", "来源", "Source"),
    "terms": Trilingual("용어 풀이", "术语解释", "Terms explained"),
    "terms_how": Trilingual(
        "본문에서 점선으로 표시한 용어의 뜻입니다.",
        "正文中以点线标示的术语释义如下。",
        "Words with a dotted underline in the text are explained here.",
    ),
    "strength": Trilingual(" ({strength})", "（{strength}）", " ({strength})"),
    "verify": Trilingual("이 문서의 진위 확인", "核验本文件", "How to verify this document"),
    "verify_how": Trilingual(
        "아래 주소를 열면 국토교통부가 확정한 판인지, 그 뒤에 개정판이 나왔는지 확인할 수 있습니다. "
        "화면에 나오는 판 번호와 확정 해시값이 여기에 적힌 것과 같아야 합니다. "
        "확정 해시값은 세 언어본이 모두 같습니다.",
        "打开下列网址，即可核验本版是否由国土交通部定稿，此后是否已有新版。"
        "网页所示版本号和定稿哈希值应与此处所载一致。三种语言文本的定稿哈希值相同。",
        "Open the address below to see whether the ministry sealed this edition "
        "and whether a newer one has replaced it. "
        "The edition number and the digest shown there must match the ones printed here. "
        "The three language versions of an edition share one digest.",
    ),
    "edition_label": Trilingual("판", "版本", "Edition"),
    "sealed_on": Trilingual("확정일", "定稿日期", "Sealed on"),
    "digest": Trilingual("확정 해시값(SHA-256)", "定稿哈希值（SHA-256）", "Digest (SHA-256)"),
    "address": Trilingual("확인 주소", "核验网址", "Address"),
}


def words_in(language: Language) -> dict[str, str]:
    """The words in one language. The template fills in `{number}` and its like."""
    return {name: words[language] for name, words in WORDS.items()}

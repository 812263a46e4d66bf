"""A small briefing as `collect` would give it: ten items, seven groups, four chapters, no blocking finding.

Tests change one thing in it and look at what a reader or an editor would then see.
"""

from __future__ import annotations

import sys
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec

from briefings.assembly import compose
from briefings.assembly.audiences import for_audience
from briefings.assembly.changes import Comparison
from briefings.assembly.chapters import chapter_basis, form_chapters
from briefings.assembly.checks import Subject, check, check_whole, sorted_findings
from briefings.assembly.checks.corrections import Corrected
from briefings.assembly.document import Document, FigureStrip, Passage, Prose, Section, Table
from briefings.assembly.findings import Finding
from briefings.assembly.material import (
    Audience,
    Briefing,
    Caution,
    Chapter,
    Commitment,
    Contribution,
    Fact,
    Group,
    Highlight,
    Interest,
    Item,
    KeyFigure,
    Material,
    Partner,
    Perspective,
    Pillar,
    Source,
    Strategy,
    Term,
)
from languages.figures import Figure, Unit
from languages.states import Reviews
from languages.trilingual import Language, Trilingual

TODAY = date(2025, 11, 6)
PILLARS = ("connectivity", "smart-city", "uam", "sustainable")


ALL_PRINTABLE = frozenset(range(sys.maxunicode + 1))
"""Stands for fonts that hold every character."""


# what a test does with a material ----------------------------------------------------------------


def changed(material: Material, slug: str, **fields: Any) -> Material:
    """The material with fields of one item changed."""
    items = tuple(
        msgspec.structs.replace(item, **fields) if item.slug == slug else item for item in material.items
    )
    return msgspec.structs.replace(material, items=items)


def briefed(material: Material, **fields: Any) -> Material:
    """The material with fields of its briefing changed."""
    return msgspec.structs.replace(material, briefing=msgspec.structs.replace(material.briefing, **fields))


def rewritten(material: Material) -> Material:
    """The material after its editor has read every chapter again."""
    basis = {formed.pillar: chapter_basis(formed) for formed in form_chapters(material)}
    chapters = tuple(
        msgspec.structs.replace(chapter, basis=basis[chapter.pillar])
        for chapter in material.briefing.chapters
    )
    return briefed(material, chapters=chapters)


def composed(
    material: Material, audience: Audience = "presidential", comparison: Comparison | None = None
) -> Document:
    """The document for an audience, of what that audience may read."""
    return compose.document(for_audience(material, audience), audience, comparison or Comparison())


def found(
    material: Material,
    audience: Audience = "presidential",
    *,
    today: date = TODAY,
    reviews: Reviews | None = None,
    corrected: Corrected | None = None,
) -> tuple[Finding, ...]:
    """What the checks say before an edition for the audience is sealed."""
    own = for_audience(material, audience)
    subject = Subject(own, composed(material, audience), audience, today, reviews, corrected, material)
    return sorted_findings([*check_whole(material), *check(subject)])


def codes(findings: tuple[Finding, ...]) -> set[str]:
    return {finding.code for finding in findings}


def with_code(findings: tuple[Finding, ...], code: str) -> list[Finding]:
    return [finding for finding in findings if finding.code == code]


# what a reader sees of a document ----------------------------------------------------------------


def section(document: Document, key: str) -> Section:
    return next(section for section in document.sections if section.key == key)


def labelled(of: Section, label: str) -> Passage:
    """The passage under a side heading, named by its English."""
    return next(b.passage for b in of.blocks if isinstance(b, Prose) and b.label.en == label)


def lines(passage: Passage, language: Language) -> list[str]:
    return [line.text for line in passage[language]]


def words(of: Section | Document, language: Language) -> list[str]:
    """Every text of a section or a document in one language."""
    return list(_words(of, language))


def _words(value: Any, language: Language) -> Any:
    if isinstance(value, (Trilingual,)):
        yield value[language]
    elif isinstance(value, Passage):
        yield from (line.text for line in value[language])
    elif isinstance(value, tuple):
        for each in value:
            yield from _words(each, language)
    elif isinstance(value, (Section, Document, Prose, Table, FigureStrip)) or hasattr(
        value, "__struct_fields__"
    ):
        for name in value.__struct_fields__:
            yield from _words(getattr(value, name), language)


# the material ------------------------------------------------------------------------------------


def T(ko: str, zh: str, en: str) -> Trilingual:  # noqa: N802
    return Trilingual(ko, zh, en)


UNITS = (
    Unit("aircraft", T("대", "架", "aircraft"), T("대", "架", "aircraft"), "aircraft"),
    Unit("fields", T("분야", "领域", "field"), T("개 분야", "个领域", "fields"), "field"),
    Unit("krw", T("원", "韩元", "won"), T("원", "韩元", ""), currency="KRW"),
    Unit("pillars", T("축", "支柱", "pillar"), T("개 축", "大支柱", "pillars"), "pillar"),
)

STRATEGY = Strategy(
    slug="four-pillars-2025",
    name=T("통합 국가전략", "一体化国家战略", "Unified national strategy"),
    phrase=T(
        "연결성·스마트시티·도심항공교통(UAM)·지속가능 인프라",
        "互联互通、智慧城市、城市空中交通（UAM）、可持续基础设施",
        "connectivity, smart city, urban air mobility (UAM) and sustainable infrastructure",
    ),
    phrase_in_sentence=T(
        "연결성·스마트시티·도심항공교통(UAM)·지속가능 인프라",
        "互联互通、智慧城市、城市空中交通（UAM）和可持续基础设施",
        "connectivity, smart city, urban air mobility (UAM) and sustainable infrastructure",
    ),
    linking_sentence=T(
        "연결성으로 길을 열고, 스마트시티로 해법을 담고, UAM으로 앞서가며, 지속가능 인프라로 오래가게 한다.",
        "以互联互通打开通道，以智慧城市承载方案，以城市空中交通引领升级，以可持续基础设施夯实长远。",
        "Connectivity opens the way, smart cities carry the solution, UAM sets the pace, "
        "sustainable infrastructure makes it last.",
    ),
    pillars=(
        Pillar(
            "connectivity",
            T("연결성", "互联互通", "Connectivity"),
            T("연결성은 길을 연다.", "互联互通打开通道。", "Connectivity opens the way."),
        ),
        Pillar(
            "smart-city",
            T("스마트시티", "智慧城市", "Smart city"),
            T("스마트시티는 해법을 담는다.", "智慧城市承载方案。", "Smart cities carry the solution."),
        ),
        Pillar(
            "uam",
            T("도심항공교통(UAM)", "城市空中交通（UAM）", "Urban air mobility (UAM)"),
            T("UAM은 앞서 이끈다.", "城市空中交通引领升级。", "UAM sets the pace."),
        ),
        Pillar(
            "sustainable",
            T("지속가능 인프라", "可持续基础设施", "Sustainable infrastructure"),
            T("지속가능 인프라는 오래간다.", "可持续基础设施夯实长远。", "Sustainable infrastructure lasts."),
        ),
    ),
)

PRESS = Source(
    key="press",
    publisher=T("국토교통부", "国土交通部", "MOLIT"),
    title=T("보도자료", "新闻稿", "Press release"),
    url="https://www.molit.go.kr/news/1",
    day=date(2025, 10, 21),
    strength="announced",
)


def contribution(
    pillar: str,
    sentence: Trilingual,
    point: str,
    role: Any = "agreement",
    weight: int = 50,
    follows: str = "",
) -> Contribution:
    return Contribution(pillar, role, weight, sentence, point, follows)


def item(slug: str, headline: Trilingual, summary: Trilingual, **fields: Any) -> Item:
    """A public item dated in the period, with one source."""
    values: dict[str, Any] = {
        "kind": "program",
        "status": "ongoing",
        "classification": "public",
        "entry": "dated",
        "event_date": date(2025, 10, 20),
        "date_precision": "day",
        "sources": (PRESS,),
    }
    return Item(slug=slug, headline=headline, summary=summary, **(values | fields))


AIRCRAFT_DEAL = item(
    "korean-air-archer-evtol",
    T(
        "대한항공과 아처 에비에이션의 기체 협력",
        "大韩航空与Archer Aviation的航空器合作",
        "Korean Air and Archer on eVTOL",
    ),
    T(
        "대한항공은 [[agreement-date]] 아처 에비에이션과 독점 협력에 합의하고 [[aircraft]] 구매를 계획하고 있다.",
        "大韩航空于[[agreement-date]]与Archer Aviation达成独家合作，并计划采购[[aircraft]]飞行器。",
        "On [[agreement-date]], Korean Air agreed with Archer Aviation and plans to buy [[aircraft]].",
    ),
    kind="deal",
    status="agreed",
    background=T(
        "<p>한국형 도심항공교통(K-UAM) 로드맵이 <b>실제 기체</b>와 만나게 되었다.</p>",
        "<p>韩国型城市空中交通（K-UAM）路线图由此与<b>实际航空器</b>衔接。</p>",
        "<p>The K-UAM Roadmap thereby meets <b>real aircraft</b>.</p>",
    ),
    message=T(
        "한국은 미국의 기술과 함께 하늘길을 엽니다.",
        "韩国与美国技术一道开辟空中通道。",
        "Korea opens the skies with US technology.",
    ),
    partners=(Partner(T("아처 에비에이션", "Archer Aviation", "Archer Aviation"), "US"),),
    countries=("US",),
    contributions=(
        contribution(
            "uam",
            T(
                "대한항공은 아처 에비에이션과 독점 협력에 합의하고 [[aircraft]] 구매를 계획해 실제 기체를 준비한다.",
                "大韩航空与Archer Aviation达成独家合作，并计划采购[[aircraft]]飞行器，为引入实际航空器做准备。",
                "Korean Air agreed on exclusive cooperation with Archer Aviation and plans to buy [[aircraft]].",
            ),
            "아처 에비에이션과 독점 협력 합의, [[aircraft]] 구매 계획",
            "market",
            80,
            follows="k-uam-roadmap",
        ),
    ),
    commitments=(
        Commitment(
            T("대한항공", "大韩航空", "Korean Air"),
            T("[[aircraft]] 구매 협의", "商谈采购[[aircraft]]飞行器", "Discuss the purchase of [[aircraft]]"),
            "planned",
            date(2026, 6, 1),
            "month",
        ),
    ),
    figures=(
        Figure(
            "agreement-date",
            "date",
            T("합의일", "达成协议日期", "Date of the agreement"),
            day=date(2025, 10, 20),
            source="press",
        ),
        Figure(
            "aircraft",
            "count",
            T("구매 계획 대수", "计划采购数量", "Aircraft to be bought"),
            Decimal(100),
            unit="aircraft",
            qualifier="up-to",
            status="plan",
            as_of=date(2025, 10, 20),
            source="press",
        ),
    ),
    facts=(Fact("quantity", T("[[aircraft]]", "[[aircraft]]", "[[aircraft]]")),),
    related=("k-uam-roadmap",),
    perspectives=("us",),
)
ROADMAP = item(
    "k-uam-roadmap",
    T("한국형 도심항공교통 로드맵", "韩国型城市空中交通路线图", "K-UAM Roadmap"),
    T("로드맵은 제도와 기준을 담는다.", "路线图涵盖制度与标准。", "The roadmap holds rules and standards."),
    kind="roadmap",
    entry="ongoing",
    event_date=None,
    date_precision="none",
    contributions=(
        contribution(
            "uam",
            T(
                "로드맵은 도심항공교통의 제도와 기준을 한 방향으로 모은다.",
                "路线图使城市空中交通的制度与标准方向一致。",
                "The roadmap brings the rules and standards of UAM into one direction.",
            ),
            "로드맵으로 제도와 기준을 한 방향에 집약",
            "norm",
            60,
        ),
    ),
    perspectives=("domestic",),
)
VICE_MINISTERS = item(
    "kr-vn-vice-ministerial",
    T("한국·베트남 차관급 면담", "韩越副部长级会谈", "Korea-Vietnam vice-ministerial meeting"),
    T(
        "[[meeting-date]] 하노이에서 [[fields]]의 협력을 강화하기로 했다.",
        "[[meeting-date]]在河内商定加强[[fields]]的合作。",
        "In Hanoi on [[meeting-date]], the two sides agreed to step up cooperation in [[fields]].",
    ),
    kind="meeting",
    status="completed",
    place=T("하노이", "河内", "Hanoi"),
    contributions=(
        contribution(
            "connectivity",
            T(
                "한국과 베트남은 [[meeting-date]] [[fields]]의 협력을 강화하기로 해 연결성의 길을 넓혔다.",
                "韩越于[[meeting-date]]商定加强[[fields]]的合作，拓宽了互联互通的通道。",
                "On [[meeting-date]], Korea and Vietnam agreed to step up cooperation in [[fields]].",
            ),
            "베트남과 [[fields]] 협력 강화 합의",
            "agreement",
            70,
        ),
        contribution(
            "smart-city",
            T(
                "면담은 도시개발을 스마트시티 협력의 첫 분야로 삼았다.",
                "会谈把城市开发列为智慧城市合作的首个领域。",
                "The meeting made urban development a field of smart-city cooperation.",
            ),
            "도시개발을 스마트시티 협력 분야로 설정",
            "agreement",
            30,
        ),
    ),
    commitments=(
        Commitment(
            T("국토교통부", "国土交通部", "MOLIT"),
            T("후속 협의", "后续磋商", "Follow-up talks"),
            "agreed",
        ),
        Commitment(
            T("국토교통부", "国土交通部", "MOLIT"), T("면담 개최", "举行会谈", "Hold the meeting"), "done"
        ),
    ),
    figures=(
        Figure(
            "meeting-date", "date", T("면담일", "会谈日期", "Date"), day=date(2025, 10, 20), source="press"
        ),
        Figure(
            "fields", "count", T("협력 분야", "合作领域", "Fields"), Decimal(4), unit="fields", source="press"
        ),
    ),
    perspectives=("vietnam-asean",),
)
ITS_NETWORK = item(
    "its-standards-network",
    T("교통 표준 협력 네트워크", "交通标准合作网络", "Network on transport standards"),
    T(
        "여러 아세안 회원국과 표준을 논의한다.",
        "与多个东盟成员国探讨标准。",
        "It discusses standards with several ASEAN members.",
    ),
    contributions=(
        contribution(
            "connectivity",
            T(
                "네트워크는 여러 아세안 회원국과 교통 표준을 이어 준다.",
                "该网络把多个东盟成员国的交通标准衔接起来。",
                "The network joins up transport standards with several ASEAN members.",
            ),
            "여러 아세안 회원국과 교통 표준 연계",
            "norm",
            40,
        ),
    ),
    perspectives=("vietnam-asean",),
)
PILOT = item(
    "bac-ninh-pilot",
    T("박닌성 동남신도시 시범사업", "北宁省东南新城试点项目", "Dong Nam New Town pilot"),
    T(
        "시범사업은 도시와 교통을 함께 설계한다.",
        "试点项目统筹设计城市与交通。",
        "The pilot designs city and transport together.",
    ),
    kind="pilot",
    contributions=(
        contribution(
            "smart-city",
            T(
                "박닌성 시범사업은 도시와 교통을 함께 설계한다.",
                "北宁省试点项目统筹设计城市与交通。",
                "The pilot in Bac Ninh designs city and transport together.",
            ),
            "박닌성에서 도시와 교통을 함께 설계",
            "demonstration",
            60,
        ),
    ),
    perspectives=("vietnam-asean", "competitors"),
)
CITY_NETWORK = item(
    "k-city-network",
    T("K-City 네트워크", "K-City Network", "K-City Network"),
    T(
        "해외 도시에서 해법을 실증한다.",
        "在海外城市示范解决方案。",
        "It demonstrates solutions in cities abroad.",
    ),
    contributions=(
        contribution(
            "smart-city",
            T(
                "K-City 네트워크는 해외 도시에서 해법을 실증한다.",
                "K-City Network在海外城市示范解决方案。",
                "The K-City Network demonstrates solutions in cities abroad.",
            ),
            "해외 도시에서 해법 실증",
            "demonstration",
            50,
        ),
    ),
    perspectives=("competitors",),
)
DECLARATION = item(
    "gyeongju-declaration",
    T("APEC 경주선언", "APEC《庆州宣言》", "APEC Gyeongju Declaration"),
    T(
        "경주선언은 [[pillars]]으로 이루어져 있다.",
        "《庆州宣言》由[[pillars]]构成。",
        "The Gyeongju Declaration rests on [[pillars]].",
    ),
    kind="declaration-clause",
    status="completed",
    event_date=date(2025, 10, 31),
    event_end=date(2025, 11, 1),
    date_precision="range",
    wording_checked=False,
    contributions=(
        contribution(
            "sustainable",
            T(
                "경주선언은 양질의 인프라를 다루어 지속가능 인프라의 정책 준거가 된다.",
                "《庆州宣言》述及高质量基础设施，为可持续基础设施提供政策共识。",
                "The Gyeongju Declaration takes up quality infrastructure and gives a policy reference.",
            ),
            "경주선언에서 양질의 인프라의 정책 준거 확보",
            "norm",
            70,
        ),
        contribution(
            "connectivity",
            T(
                "경주선언은 연결을 한 축으로 담는다.",
                "《庆州宣言》以连接为支柱之一。",
                "The Gyeongju Declaration has Connect among its pillars.",
            ),
            "연결을 한 축으로 채택",
            "norm",
            60,
        ),
    ),
    figures=(
        Figure(
            "pillars",
            "count",
            T("선언의 축", "宣言的支柱", "Pillars"),
            Decimal(3),
            unit="pillars",
            source="press",
        ),
    ),
    perspectives=("io-mdb",),
)
PROPOSAL = item(
    "integrated-proposal",
    T("통합형 인프라 제안", "综合基础设施方案", "Integrated infrastructure proposal"),
    T(
        "개발은행에 [[fund]] 규모의 사업을 제안할 계획이다.",
        "计划向开发银行提出规模为[[fund]]的项目。",
        "There is a plan to propose projects worth [[fund]] to development banks.",
    ),
    entry="ongoing",
    event_date=None,
    date_precision="none",
    contributions=(
        contribution(
            "sustainable",
            T(
                "통합형 제안은 도시재생과 재난안전을 한데 묶는다.",
                "综合方案把城市更新与灾害安全结合起来。",
                "The integrated proposal joins urban regeneration and disaster safety.",
            ),
            "도시재생과 재난안전을 묶은 통합형 제안",
            "effect",
            40,
        ),
    ),
    figures=(
        Figure(
            "fund",
            "amount",
            T("제안 규모", "方案规模", "Size of the proposal"),
            Decimal(173500000000),
            unit="krw",
            qualifier="about",
            status="target",
            source="press",
        ),
    ),
    perspectives=("io-mdb",),
)
MINISTERIAL_2019 = item(
    "smart-city-ministerial-2019",
    T("한-아세안 스마트시티 장관회의", "韩国—东盟智慧城市部长级会议", "ASEAN-ROK smart city ministerial"),
    T(
        "2019년 부산에서 한-아세안 스마트시티 장관회의가 열렸다.",
        "2019年，韩国—东盟智慧城市部长级会议在釜山举行。",
        "The ASEAN-ROK Ministerial Meeting on Smart City met in Busan in 2019.",
    ),
    kind="meeting",
    status="completed",
    entry="background",
    event_date=date(2019, 11, 25),
)
CLOSED_TALKS = item(
    "closed-port-talks",
    T("항만 협의", "港口磋商", "Port talks"),
    T("항만 협의를 진행하고 있다.", "正在进行港口磋商。", "Talks on a port are under way."),
    classification="closed",
    legal_clause="제9조제1항제2호",
    contributions=(
        contribution(
            "connectivity",
            T("항만 협의는 연결성을 넓힌다.", "港口磋商拓展互联互通。", "The port talks widen connectivity."),
            "항만 협의로 연결성 확대",
            "demonstration",
            55,
        ),
    ),
    perspectives=("us",),
)
ITEMS = (
    AIRCRAFT_DEAL,
    ROADMAP,
    VICE_MINISTERS,
    ITS_NETWORK,
    PILOT,
    CITY_NETWORK,
    DECLARATION,
    PROPOSAL,
    MINISTERIAL_2019,
    CLOSED_TALKS,
)

GROUPS = (
    Group("us", T("미국", "美国", "United States"), in_sentence="the United States"),
    Group(
        "vietnam-asean",
        T("베트남·아세안", "越南与东盟", "Vietnam and ASEAN"),
        in_sentence="Vietnam and ASEAN",
    ),
    Group(
        "competitors",
        T("경쟁국·지역", "竞争方", "Competitors"),
        T("EU·일본·싱가포르", "欧盟、日本、新加坡", "EU, Japan, Singapore"),
        "competitors (the EU, Japan and Singapore)",
    ),
    Group(
        "io-mdb",
        T("국제기구", "国际组织", "International organizations"),
        in_sentence="international organizations",
    ),
    Group("local-governments", T("지방정부", "韩国地方政府", "Korean local governments")),
    Group("companies", T("국내 기업", "韩国企业", "Korean companies")),
    Group("residents", T("이주배경주민", "移民背景居民", "Residents of migrant background")),
)


def perspective(
    slug: str, interests: tuple[Interest, ...], message: Trilingual, **fields: Any
) -> Perspective:
    values: dict[str, Any] = {"valid_from": date(2025, 10, 1), "valid_until": date(2026, 9, 30)}
    return Perspective(slug, interests=interests, messages=(message,), **(values | fields))


PERSPECTIVES = (
    perspective(
        "us",
        (
            Interest(
                "us", "statement", T("제3국 시장을 본다.", "关注第三国市场。", "It looks to third markets.")
            ),
        ),
        T(
            "한국은 제3국에 함께 진출하는 파트너입니다.",
            "韩国是共同开拓第三国市场的伙伴。",
            "Korea is the partner in third markets.",
        ),
    ),
    perspective(
        "vietnam-asean",
        (
            Interest(
                "vietnam-asean",
                "question",
                T("오래 함께하는가?", "能否长期合作？", "Will Korea stay for long?"),
            ),
        ),
        T(
            "한국은 함께 운영하는 장기 파트너입니다.",
            "韩国是共同运营的长期伙伴。",
            "Korea stays as a long-term partner.",
        ),
    ),
    perspective(
        "competitors",
        (
            Interest(
                "competitors",
                "statement",
                T("한국의 차별점을 본다.", "关注韩国的优势。", "They look at Korea's edge."),
            ),
        ),
        T("한국은 협력할 파트너입니다.", "韩国愿做合作伙伴。", "Korea would rather be a partner."),
        sensitive=True,
    ),
    perspective(
        "io-mdb",
        (Interest("io-mdb", "question", T("오래가는가?", "能否持久？", "Does it last?")),),
        T(
            "한국은 통합 패키지를 제안할 수 있습니다.",
            "韩国能提出整套方案。",
            "Korea can propose integrated packages.",
        ),
    ),
    perspective(
        "domestic",
        (
            Interest(
                "local-governments",
                "question",
                T("지역에 무엇이 오는가?", "地方有何收益？", "What comes to regions?"),
            ),
            Interest(
                "companies",
                "question",
                T("어떤 기회가 있는가?", "有何机遇？", "Which opportunities are there?"),
            ),
            Interest("residents", "topic", T("생활 속 교통", "日常出行", "Transport in daily life")),
        ),
        T("협력의 성과는 지방으로 이어집니다.", "合作成果惠及地方。", "The results reach the regions."),
    ),
)

TERMS = (
    Term(
        "T-01",
        T("국토교통부", "国土交通部", "Ministry of Land, Infrastructure and Transport (MOLIT)"),
        forbidden_zh_hans=("国土交通省",),
        forbidden_en=("MLIT",),
    ),
    Term(
        "T-04",
        T("대통령실", "总统府", "presidential office"),
        forbidden_ko=("청와대",),
        valid_until=date(2025, 12, 28),
    ),
    Term(
        "T-13",
        T("스마트시티", "智慧城市", "smart city"),
        forbidden_zh_hans=("智能城市",),
        forbidden_en=("intelligent city",),
    ),
    Term("T-14", T("지능형교통체계", "智能交通系统", "ITS"), forbidden_zh_hans=("智能交通",)),
    Term(
        "E-04",
        T(
            "경쟁국·지역(EU·일본·싱가포르)",
            "竞争方（欧盟、日本、新加坡）",
            "competitors (EU, Japan, Singapore)",
        ),
    ),
)


def chapter(pillar: str, claim: Trilingual) -> Chapter:
    return Chapter(
        pillar,
        claim,
        why_now=T("합의가 이루어진 시점", "共识已经达成。", "The agreements are in place."),
        gap=T("구체 사업은 미확인", "具体项目尚未确认。", "No specific project is confirmed."),
        bridge=T("다음 축으로 연결", "由此通向下一支柱。", "This leads to the next pillar."),
    )


BRIEFING = Briefing(
    slug="2025-11",
    name=T("2025년 11월호", "2025年11月号", "November 2025 issue"),
    period_start=date(2025, 10, 20),
    period_end=date(2025, 11, 5),
    headline=T(
        "협력으로 글로벌 허브의 토대 마련",
        "以合作奠定全球枢纽的基础",
        "Cooperation lays the base for a global hub",
    ),
    conclusion=T(
        "국토교통 국제협력은 네 축을 묶은 하나의 국가전략",
        "国土交通国际合作是融合四大支柱的国家战略。",
        "MOLIT's international cooperation is one national strategy of four pillars.",
    ),
    classification="partial",
    legal_clause="제9조제1항제5호",
    recipient=T("대통령실", "总统府", "Presidential office"),
    bureau=T("국제협력 담당부서", "国际合作主管部门", "International cooperation office"),
    bureau_phone="044-201-3000",
    officer=T(
        "국제협력 담당 부서장", "国际合作主管部门负责人", "Head of the international cooperation office"
    ),
    why_now_norm=T("경주선언 채택", "《庆州宣言》获得通过。", "The Gyeongju Declaration was adopted."),
    why_now_market=T(
        "[[kr-vn-vice-ministerial/meeting-date]] 협력 강화 합의",
        "[[kr-vn-vice-ministerial/meeting-date]]商定加强合作。",
        "Cooperation was stepped up on [[kr-vn-vice-ministerial/meeting-date]].",
    ),
    theme_title=T("국력을 키우는 국제협력", "增强国力的国际合作", "Cooperation that builds strength"),
    conclusion_korea_view=T(
        "한국형 해법을 세계와 나누는 전략이다.",
        "这是与世界共享韩国方案的战略。",
        "It shares a Korean solution with the world.",
    ),
    conclusion_national_interest=T(
        "[[watching-groups]]이(가) 주목하고 있으므로 한목소리의 전략이 필요하다.",
        "[[watching-groups]]都在密切关注，对外须以同一战略发声。",
        "[[watching-groups]] are all watching; Korea must speak with one strategy.",
    ),
    chapters=(
        chapter(
            "connectivity", T("연결성으로 길 개척", "以互联互通打开通道。", "Connectivity opens the way.")
        ),
        chapter(
            "smart-city",
            T("스마트시티로 해법 제시", "以智慧城市承载方案。", "Smart cities carry the solution."),
        ),
        chapter("uam", T("UAM으로 미래 교통 선도", "以城市空中交通引领升级。", "UAM sets the pace.")),
        chapter(
            "sustainable",
            T("지속가능 인프라로 지속", "以可持续基础设施夯实长远。", "It makes cooperation last."),
        ),
    ),
    key_figures=(
        KeyFigure("korean-air-archer-evtol", "aircraft"),
        KeyFigure("kr-vn-vice-ministerial", "fields"),
        KeyFigure("integrated-proposal", "fund"),
    ),
    requests=(T("네 축으로 일관되게 설명", "请以四大支柱为纲阐述。", "Explain the four pillars as one."),),
    cautions=(
        Caution(
            "not-an-order",
            T("구매는 계획 단계", "采购尚处于计划阶段。", "The purchase is a plan, not an order."),
        ),
    ),
    highlights=(
        Highlight(
            "korean-air-archer-evtol",
            T(
                "[[korean-air-archer-evtol/aircraft]] 구매 계획",
                "计划采购[[korean-air-archer-evtol/aircraft]]飞行器。",
                "Korean Air plans to buy [[korean-air-archer-evtol/aircraft]].",
            ),
        ),
    ),
)


def material(**fields: Any) -> Material:
    """The material, with whole parts of it replaced; its chapters rest on its contributions."""
    made = Material(BRIEFING, STRATEGY, ITEMS, GROUPS, PERSPECTIVES, UNITS, TERMS)
    return rewritten(msgspec.structs.replace(made, **fields))

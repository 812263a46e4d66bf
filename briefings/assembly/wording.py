"""Every word that an edition says by itself, in three languages.

Sealed with the edition as printed, so a later change here changes no edition that exists.
`{…}` are filled by compose.
"""

from __future__ import annotations

from briefings.assembly.material import Audience, Classification, Firmness, Strength
from languages.trilingual import Trilingual as T

PORTAL = T("국토교통 국제협력 브리핑", "国土交通国际合作简报", "MOLIT International Cooperation Briefing")

AUDIENCE: dict[Audience, T] = {
    "presidential": T("대통령실 보고용", "总统府版", "Presidential edition"),
    "partner": T("대외 배포용", "对外版", "Partner edition"),
    "full": T("내부 기록용", "内部存档版", "Full edition"),
}
CLASSIFICATION: dict[Classification, T] = {
    "public": T("공개", "公开", "Public"),
    "partial": T("부분공개", "部分公开", "Partly public"),
    "closed": T("비공개", "不公开", "Not public"),
}
CLASSIFICATION_CLAUSE = T(
    "(정보공개법 {clause})", "（《信息公开法》{clause}）", "(Official Information Disclosure Act, {clause})"
)

# parts of an edition
BOX = T("보고 개요", "呈报概要", "About this report")
ONE_PAGE = T("한 장 요약", "一页要览", "In one page")
CONCLUSION = T("핵심 결론", "核心结论", "Conclusion")
CLAIMS = T("네 축의 주장", "四大支柱的主张", "One claim per pillar")
CHANGES = T("직전 판 이후 달라진 점", "较上一版的变化", "What changed since the last edition")
REQUESTS = T("건의", "建议事项", "What we ask of you")
DATES_AHEAD = T("앞으로의 일정", "后续日程", "Dates ahead")
WHY_NOW = T("왜 지금인가", "为何是现在", "Why now")
NORM = T("규범", "规则", "Norm")
MARKET = T("시장", "市场", "Market")
TECHNOLOGY = T("기술", "技术", "Technology")
BACKGROUND_NOTE = T("배경", "背景", "Background")
LOGIC = T("전략의 논리", "战略逻辑", "The logic of the strategy")
CHAPTER_WHY_NOW = T("추진 배경", "为何是现在", "Why now")
PROOF = T("근거", "依据", "Proof")
PROOF_ITEMS = T("근거 과제: ", "所据事项：", "Items behind it: ")
GAP = T("남은 과제", "不足之处", "Gap")
NEXT_STEP = T("다음 단계", "下一步", "Next step")
BRIDGE = T("다음 축으로", "承上启下", "What it leads to")
CROSS_REFERENCE = T("함께 볼 과제", "参见", "See also")
GROUPS = T("누가 무엇을 묻고, 우리는 무엇을 말하는가", "各方关切与我方口径", "Who asks what, and what we say")
CAUTIONS = T("쟁점·유의사항", "注意事项", "Points to watch")
NEXT = T("향후 계획", "后续计划", "What happens next")
CONCLUSIONS = T("결론", "结论", "Conclusions")
KOREA_VIEW = T("한국의 관점", "韩国视角", "Korea's viewpoint")
NATIONAL_INTEREST = T("국가이익 관점", "国家利益视角", "National-interest viewpoint")
ANNEX = T("붙임", "附件", "Annex")
ANNEX_CONTRIBUTIONS = T("전략 기여", "战略贡献", "Contributions")
ANNEX_FIGURES = T("수치", "数值", "Figures")
ANNEX_SOURCES = T("출처", "来源", "Sources")

# the full edition's four parts, the last of them in two
FULL_OVERVIEW = T("개요", "概要", "Overview")
FULL_ITEMS = T("협력과제", "合作事项", "Cooperation items")
FULL_PERSPECTIVES = T("국가이익 관점", "国家利益视角", "National-interest perspectives")
FULL_CONCLUSIONS = T("총론", "总论", "General conclusion")
LEAD_MESSAGE = T("이번 호의 메시지", "本期要旨", "Message of this issue")

# the partner edition
PARTNER_USE = T("문의·인용·이용 조건", "联系、引用与使用条件", "Contact, citation and terms of use")
CONTACT = T("담당부서", "责任部门", "Responsible bureau")
PHONE = T("대표전화", "咨询电话", "Telephone")
CITE = T("인용 방법", "引用方式", "How to cite")
CITE_AS = T(
    "국토교통부, 「{title}」, {portal} {name} 대외 배포용",
    "国土交通部：《{title}》，{portal}{name}（对外版）",
    "Ministry of Land, Infrastructure and Transport, “{title},” {portal}, {name}, partner edition",
)
LICENCE_LABEL = T("이용 조건", "使用许可", "License")
LICENCE: dict[str, T] = {
    "1": T(
        "공공누리 제1유형(출처표시)",
        "韩国公共作品自由使用许可（KOGL）第1类：注明出处",
        "KOGL Type 1: attribution",
    ),
    "2": T(
        "공공누리 제2유형(출처표시·상업적 이용금지)",
        "韩国公共作品自由使用许可（KOGL）第2类：注明出处、禁止商用",
        "KOGL Type 2: attribution, no commercial use",
    ),
    "3": T(
        "공공누리 제3유형(출처표시·변경금지)",
        "韩国公共作品自由使用许可（KOGL）第3类：注明出处、禁止改动",
        "KOGL Type 3: attribution, no changes",
    ),
    "4": T(
        "공공누리 제4유형(출처표시·상업적 이용금지·변경금지)",
        "韩国公共作品自由使用许可（KOGL）第4类：注明出处、禁止商用、禁止改动",
        "KOGL Type 4: attribution, no commercial use, no changes",
    ),
}
PREVAILS_LABEL = T("정본", "文本效力", "Prevailing text")
PREVAILS = T(
    "해석에 차이가 있으면 국문본이 우선한다.",
    "如有歧义，以韩文本为准。",
    "Where the texts differ in meaning, the Korean one prevails.",
)

# box and cover
PERIOD = T("대상 기간", "时段", "Period")
ISSUE = T("발행호", "期号", "Issue")
RECIPIENT = T("보고처", "呈报对象", "For")
BUREAU = T("담당부서", "责任部门", "Responsible bureau")
OFFICER = T("책임자 직위", "主管职务", "Officer in charge")
CLASSIFIED = T("공개 구분", "公开级别", "Classification")

# columns
COLUMN_GROUP = T("상대", "各方", "Group")
COLUMN_ASKS = T("관심사항", "关切", "What it asks")
COLUMN_SAY = T("우리 메시지", "我方口径", "What we say")
COLUMN_PROOF = T("근거 과제", "依据", "Proof")
COLUMN_WHO = T("주체", "主体", "Who")
COLUMN_WHAT = T("내용", "内容", "What")
COLUMN_WHEN = T("시기", "时间", "When")
COLUMN_FIRMNESS = T("확정 정도", "确定程度", "How firm")
COLUMN_PILLAR = T("전략축", "支柱", "Pillar")
COLUMN_ITEM = T("협력과제", "合作事项", "Item")
COLUMN_CONTRIBUTION = T("전략 기여", "战略贡献", "Contribution")
COLUMN_FIGURE = T("항목", "项目", "What")
COLUMN_VALUE = T("수치", "数值", "Figure")
COLUMN_STATUS = T("구분·기준일", "类别与时点", "Status and date")

FIRMNESS: dict[Firmness, T] = {
    "considering": T("검토", "研究中", "under consideration"),
    "planned": T("계획", "计划", "planned"),
    "agreed": T("합의", "已商定", "agreed"),
    "begun": T("착수", "已启动", "begun"),
    "done": T("완료", "已完成", "done"),
}
STRENGTH: dict[Strength, T] = {
    "signed": T("서명 문서", "签署文件", "signed document"),
    "announced": T("공식 발표", "正式发布", "announced"),
    "reported": T("언론 보도", "媒体报道", "reported"),
    "own-reading": T("자체 설명", "本部说明", "the ministry's own account"),
}
AS_OF = T("{date} 기준", "截至{date}", "as of {date}")
NO_DATE = T("시기 미정", "时间未定", "no date yet")
# of the time behind the period alone: what is past and still open has its date in the table of what happens next
NO_DATES_AHEAD = T(
    "대상 기간 이후 날짜가 확정된 일정 없음",
    "本期时段之后暂无已确定日期的安排。",
    "No date after this period is fixed yet.",
)
NO_STEP = T("이 축에서 확정된 후속 조치 없음", "本支柱暂无已确定的后续步骤。", "No next step is settled yet.")
FIRST_EDITION = T(
    "첫 판으로, 비교할 직전 판 없음",
    "本版为首版，无上一版可资比较。",
    "This is the first edition; there is none to compare it with.",
)
NO_CHANGE = T("협력과제와 수치의 변동 없음", "合作事项与数值均无变化。", "No item or figure has changed.")
CHANGED_NEW = T("신규: {names}", "新增：{names}。", "New: {names}.")
CHANGED_FIGURES = T("수치 변경: {names}", "数值变更：{names}。", "Figures changed: {names}.")
CHANGED_OTHER_FIGURES = T(
    "그 밖의 수치 변경: {names}", "其他数值亦有变更：{names}。", "Other figures also changed: {names}."
)
# behind an item's name: (구매 대수 최대 100대 → 최대 120대)
CHANGED_VALUES = T("({values})", "（{values}）", " ({values})")
CHANGED_VALUE = T("{before} → {now}", "由{before}改为{now}", "was {before}, now {now}")
CHANGED_VALUE_OF = T(
    "{label} {before} → {now}", "{label}由{before}改为{now}", "{label}: was {before}, now {now}"
)
BETWEEN_VALUES = T(", ", "；", "; ")
CHANGED_TEXT = T("내용 변경: {names}", "内容变更：{names}。", "Text changed: {names}.")
CHANGED_GONE = T("제외: {names}", "移出：{names}。", "No longer included: {names}.")
CHANGED_WORDING = T("{names} 문구 수정", "修改了{names}的表述。", "{names} has been reworded.")
CHANGED_WORDINGS = T("{names} 문구 수정", "修改了{names}的表述。", "{names} have been reworded.")
CHANGED_ADDED = T("추가: {names}", "增加：{names}。", "Added: {names}.")
CHANGED_DROPPED = T("삭제: {names}", "删除：{names}。", "Taken out: {names}.")
CHANGED_OTHERWISE = T("그 밖의 변경: {names}", "其他调整：{names}。", "Also changed: {names}.")
CHANGED_PART: dict[str, T] = {
    "headline": T("제목", "标题", "the headline"),
    "conclusion": T("핵심 결론", "核心结论", "the conclusion"),
    "why-now-norm": T("왜 지금인가(규범)", "“为何是现在”（规则）", "“Why now” on norms"),
    "why-now-market": T("왜 지금인가(시장)", "“为何是现在”（市场）", "“Why now” on the market"),
    "why-now-technology": T("왜 지금인가(기술)", "“为何是现在”（技术）", "“Why now” on technology"),
    "chapter": T("「{which}」 장", "“{which}”一章", "the chapter “{which}”"),
    "key-figures": T("주요 수치", "关键数值", "the key figures"),
    "request": T("건의 {which}", "建议事项第{which}条", "request {which}"),
    "caution": T("쟁점·유의사항 {which}", "注意事项第{which}条", "point to watch {which}"),
    "conclusion-korea-view": T(
        "결론(한국의 관점)", "结论（韩国视角）", "the conclusion on Korea's viewpoint"
    ),
    "conclusion-national-interest": T(
        "결론(국가이익 관점)", "结论（国家利益视角）", "the conclusion on national interest"
    ),
    "groups": T("상대별 관심사항과 메시지", "各方关切与我方口径", "what groups ask and what we say"),
    "strategy": T("국가전략의 표현", "国家战略的表述", "the wording of the strategy"),
    "particulars": T("표지·담당부서 등 기재사항", "封面及责任部门等信息", "details of cover and contact"),
}
CHANGE_NOTE = T("정정 내용", "更正说明", "Correction")
# on the one page, where room is short, the note and what it changed stand under one heading
CORRECTED = T("정정 및 변경 사항", "更正与变化", "Correction and changes")
CHANGE_IN_ANNEX = T("변경 내역은 붙임에 수록", "变化详情见附件。", "The change is told in full in the annex.")
CHANGES_IN_ANNEX = T(
    "변경 내역 전체({count}건)는 붙임에 수록",
    "全部{count}处变化见附件。",
    "All {count} changes are listed in the annex.",
)

# connectives only add, unless an editor has set that one contribution follows from another
FOLLOWING = T("이를 바탕으로", "在此基础上，", "Building on this, ")
ADDING = T("또한", "同时，", "Also, ")

# an item's sheet
ITEM_DATE = T("일자", "日期", "Date")
ITEM_PLACE = T("장소", "地点", "Place")
ITEM_PARTNERS = T("협력 상대", "合作方", "Partners")
ITEM_STATUS = T("상태", "状态", "Status")
ITEM_BACKGROUND = T("배경", "背景", "Background")
ITEM_SIGNIFICANCE = T("의의", "意义", "Significance")
ITEM_VIEWS = T("국토교통부의 관점", "国土交通部的考量", "The ministry's view")
ITEM_MESSAGE = T("대외 메시지", "对外口径", "Message")
ITEM_COMMITMENTS = T("향후 계획", "后续计划", "What happens next")
ITEM_PERSPECTIVES = T("누가 주목하는가", "哪些方面关注", "Who is watching")
ITEM_RELATED = T("관련 과제", "相关事项", "Related items")
ITEM_SOURCES = T("출처", "来源", "Sources")
SOURCE_LINE = T("{text} ({strength})", "{text}（{strength}）", "{text} ({strength})")
STATUS: dict[str, T] = {
    "proposed": T("제안", "已提出", "proposed"),
    "agreed": T("합의", "已商定", "agreed"),
    "ongoing": T("진행 중", "进行中", "ongoing"),
    "completed": T("완료", "已完成", "completed"),
}
FACT: dict[str, T] = {
    "aircraft": T("기종", "机型", "Aircraft"),
    "quantity": T("대수", "数量", "Number"),
    "exclusivity": T("독점 여부", "独家安排", "Exclusivity"),
    "operator": T("운영 주체", "运营方", "Operator"),
    "certification": T("인증", "认证", "Certification"),
    "host_city": T("대상 도시", "所在城市", "Host city"),
    "call_year": T("공모 연도", "征集年份", "Year of the call"),
    "solution_fields": T("솔루션 분야", "解决方案领域", "Solution fields"),
    "phase": T("단계", "阶段", "Phase"),
    "forum": T("회의체", "会议机制", "Forum"),
    "instrument": T("문서", "文件", "Instrument"),
    "clause": T("조항", "条款", "Clause"),
}
PHASE: dict[str, T] = {
    "planning": T("계획 수립", "规划编制", "planning"),
    "demonstration": T("실증", "示范", "demonstration"),
    "completed": T("완료", "已完成", "completed"),
}

"""Units, strategy, terms, agencies, groups and perspectives, between content records and rows."""

from __future__ import annotations

from agencies.models import Agency
from briefings.content import records
from briefings.content.references import named
from briefings.content.texts import required_text, set_fields, text_fields, text_of
from languages.trilingual import LANGUAGES
from stakeholders.models import Interest, Message, Perspective, StakeholderGroup
from vocabulary.models import Pillar, Strategy, Term, Unit


def unit_record(unit: Unit) -> records.UnitRecord:
    counter = text_of(unit, "counter")
    plural = unit.counter_en or ""
    return records.UnitRecord(
        slug=unit.slug,
        name=required_text(unit, "name"),
        counter=records.Text(counter.ko, counter.zh_hans)
        if counter and (counter.ko or counter.zh_hans)
        else None,
        singular=unit.singular,
        plural=plural,
        currency=unit.currency,
        symbol=unit.symbol,
    )


def apply_unit(unit: Unit, record: records.UnitRecord) -> None:
    counter = record.counter or records.Text("")
    set_fields(
        unit,
        {
            "slug": record.slug,
            "singular": record.singular,
            "currency": record.currency,
            "symbol": record.symbol,
        }
        | text_fields(name=record.name, counter=records.Text(counter.ko, counter.zh_hans, record.plural)),
    )


def strategy_record(strategy: Strategy) -> records.StrategyRecord:
    return records.StrategyRecord(
        slug=strategy.slug,
        name=required_text(strategy, "name"),
        phrase=required_text(strategy, "phrase"),
        phrase_in_sentence=required_text(strategy, "phrase_in_sentence"),
        linking_sentence=required_text(strategy, "linking_sentence"),
        valid_from=strategy.valid_from,
        rule=text_of(strategy, "rule"),
        valid_until=strategy.valid_until,
        pillars=[pillar_record(pillar) for pillar in strategy.pillars.order_by("order")]
        if strategy.pk
        else [],
    )


def apply_strategy(strategy: Strategy, record: records.StrategyRecord) -> None:
    set_fields(
        strategy,
        {"slug": record.slug, "valid_from": record.valid_from, "valid_until": record.valid_until}
        | text_fields(
            name=record.name,
            phrase=record.phrase,
            phrase_in_sentence=record.phrase_in_sentence,
            linking_sentence=record.linking_sentence,
            rule=record.rule,
        ),
    )


def pillar_record(pillar: Pillar) -> records.PillarRecord:
    return records.PillarRecord(
        slug=pillar.slug,
        order=pillar.order,
        name=required_text(pillar, "name"),
        message=required_text(pillar, "message"),
        point=pillar.point,
    )


def apply_pillar(pillar: Pillar, record: records.PillarRecord) -> None:
    set_fields(
        pillar,
        {"slug": record.slug, "order": record.order, "point": record.point}
        | text_fields(name=record.name, message=record.message),
    )


def term_record(term: Term) -> records.TermRecord:
    variants = records.Variants(*(list(term.variants(language)) for language in LANGUAGES))
    return records.TermRecord(
        id=term.identifier,
        preferred=required_text(term, "preferred"),
        traditional=term.traditional,
        forbidden=variants if variants != records.Variants() else None,
        definition=text_of(term, "definition"),
        status=term.status,
        valid_from=term.valid_from,
        valid_until=term.valid_until,
        note=term.note,
        agreed_by=term.agreed_by,
        agreed_on=term.agreed_on,
    )


def apply_term(term: Term, record: records.TermRecord, subject: str) -> None:
    forbidden = record.forbidden or records.Variants()
    set_fields(
        term,
        {
            "identifier": record.id,
            "subject": subject,
            "traditional": record.traditional,
            "status": record.status,
            "valid_from": record.valid_from,
            "valid_until": record.valid_until,
            "note": record.note,
            "agreed_by": record.agreed_by,
            "agreed_on": record.agreed_on,
            "forbidden_ko": "\n".join(forbidden.ko),
            "forbidden_zh_hans": "\n".join(forbidden.zh_hans),
            "forbidden_en": "\n".join(forbidden.en),
        }
        | text_fields(preferred=record.preferred, definition=record.definition),
    )


def agency_record(agency: Agency) -> records.AgencyRecord:
    return records.AgencyRecord(
        slug=agency.slug,
        kind=agency.kind,
        name=required_text(agency, "name"),
        language=agency.language,
        active=agency.active,
    )


def apply_agency(agency: Agency, record: records.AgencyRecord) -> None:
    set_fields(
        agency,
        {
            "slug": record.slug,
            "kind": record.kind,
            "language": record.language,
            "active": record.active,
        }
        | text_fields(name=record.name),
    )


def group_record(group: StakeholderGroup) -> records.GroupRecord:
    return records.GroupRecord(
        slug=group.slug,
        order=group.order,
        kind=group.kind,
        name=required_text(group, "name"),
        core=group.core,
        members=text_of(group, "members"),
        in_sentence=group.in_sentence,
    )


def apply_group(group: StakeholderGroup, record: records.GroupRecord) -> None:
    set_fields(
        group,
        {
            "slug": record.slug,
            "order": record.order,
            "kind": record.kind,
            "core": record.core,
            "in_sentence": record.in_sentence,
        }
        | text_fields(name=record.name, members=record.members),
    )


def perspective_record(perspective: Perspective) -> records.PerspectiveRecord:
    return records.PerspectiveRecord(
        slug=perspective.slug,
        valid_from=perspective.valid_from,
        groups=[
            records.InterestRecord(each.group.slug, each.kind, required_text(each, "interest"))
            for each in perspective.interests.all()
        ],
        messages=[required_text(each, "message") for each in perspective.messages.all()],
        valid_until=perspective.valid_until,
        sensitive=perspective.sensitive,
        note=perspective.note,
    )


def apply_perspective(
    perspective: Perspective, record: records.PerspectiveRecord, groups: dict[str, StakeholderGroup]
) -> None:
    """Set every field and row of `perspective`.

    Raises:
        NamesNothing: the record names a group that does not exist.
    """
    set_fields(
        perspective,
        {
            "slug": record.slug,
            "valid_from": record.valid_from,
            "valid_until": record.valid_until,
            "sensitive": record.sensitive,
            "note": record.note,
        },
    )
    perspective.interests = [
        Interest(
            sort_order=n,
            group=named(groups, each.group, "groups", n, "group"),
            kind=each.kind,
            **text_fields(interest=each.interest),
        )
        for n, each in enumerate(record.groups)
    ]
    perspective.messages = [
        Message(sort_order=n, **text_fields(message=each)) for n, each in enumerate(record.messages)
    ]

//! Visitors: finding, registering, consent. Masks are applied here, where a
//! view is made (R 10.3).

mod consents;
mod views;

use crate::codes::{Basis, IdKind, Manner, NoPhone, Sex, Standing, Why};
use crate::problem::Fault;
use crate::table::{Command, Topic, look, read, repeat, write};
use crate::wire::Nothing;
pub use consents::*;
use desk::advice::catalogue::{self, TermKind};
use desk::ground::roles::Right;
use desk::people::mask;
use desk::people::notices;
use desk::people::openings::{self, For, Purpose};
use desk::people::reveals::Because;
use desk::people::visitors::born::Unread;
use desk::people::visitors::{
    self, Born, Given, Grounds, Guardian, Visitor, VisitorDetails, consent,
};
use desk::reception::triage;
use desk::{Day, Reading, Reason, Refusal, VisitorId, Writing};
pub use views::*;

const SHOWS: &[Topic] = &[Topic::VISITORS];
/// Whoever waits is lifted by the groups of the record.
const CORRECTS: &[Topic] = &[
    Topic::VISITORS,
    Topic::TICKETS,
    Topic::PROPOSALS,
    Topic::LEDGER,
];
/// People are found by the number of their voucher too.
const FOUND: &[Topic] = &[Topic::VISITORS, Topic::BOOKINGS];

pub(crate) fn commands() -> Vec<Command> {
    vec![
        look(
            "visitors.find",
            Right::Receive,
            FOUND,
            |r, input: &FindVisitors| {
                Ok(openings::search_is_due(r, &visitors::numbers(&input.text))?)
            },
            |w, input| Ok(openings::note_search(w, &input.text)?),
            find,
        )
        .at_hand_pace(),
        look(
            "visitors.likely_same",
            Right::Receive,
            SHOWS,
            |r, input: &AskLikelySame| Ok(openings::search_is_due(r, &numbers_of(input))?),
            |w, input| {
                let missed = alike(&w.reading(), input)?.is_empty();
                Ok(openings::note_likely(w, &numbers_of(input), missed)?)
            },
            likely_same,
        )
        .at_hand_pace(),
        read("visitors.check_id", Right::Receive, &[], check_id),
        read("visitors.check_born", Right::Receive, &[], check_born),
        read("visitors.groups", None, SHOWS, groups),
        read("visitors.notice", None, SHOWS, notice),
        write("visitors.register", Right::Receive, SHOWS, register),
        write("visitors.correct", Right::Receive, CORRECTS, correct),
        // Its answer is kept nowhere: each showing is asked for and noted by itself.
        repeat("visitors.reveal", Right::Reveal, &[Topic::JOURNAL], reveal),
        write("visitors.consent", Right::Receive, SHOWS, give_consent),
        write(
            "visitors.withdraw_consent",
            Right::Receive,
            SHOWS,
            withdraw_consent,
        ),
    ]
}

fn find(r: &Reading<'_>, input: FindVisitors) -> Result<FoundVisitors, Fault> {
    let visitors::Finds {
        found,
        more,
        few_digits,
    } = visitors::find(r, &input.text)?;
    let rows = found
        .into_iter()
        .map(|f| line(r, &f.visitor, Some(f.why)))
        .collect();
    Ok(FoundVisitors {
        rows,
        more,
        few_digits,
    })
}

fn likely_same(r: &Reading<'_>, input: AskLikelySame) -> Result<FoundVisitors, Fault> {
    let found = alike(r, &input)?;
    Ok(FoundVisitors {
        rows: found.iter().map(|v| line(r, v, None)).collect(),
        more: false,
        few_digits: false,
    })
}

fn alike(r: &Reading<'_>, input: &AskLikelySame) -> Result<Vec<Visitor>, Fault> {
    let born_on = born(input.born_on.as_deref(), r.today()).unwrap_or(None);
    let own = input.id.map(VisitorId);
    let (name, phone, number) = (&input.name, &input.phone, &input.id_number);
    Ok(visitors::likely_same(r, name, phone, born_on, number, own)?)
}

fn numbers_of(input: &AskLikelySame) -> Vec<String> {
    visitors::likely_numbers(&input.phone, &input.id_number)
}

fn check_id(r: &Reading<'_>, input: AskId) -> Result<ReadId, Fault> {
    let read = visitors::identity::resident("idNumber", &input.id_number, r.today())?;
    Ok(ReadId {
        born_on: read.born_on.to_string(),
        sex: Sex(read.sex),
        age: read.born_on.age_on(r.today()),
    })
}

fn check_born(r: &Reading<'_>, input: AskBorn) -> Result<ReadBorn, Fault> {
    let read = born(Some(&input.born_on), r.today())?;
    let read = read.ok_or_else(|| Reason::Empty {}.at("bornOn"))?;
    Ok(ReadBorn {
        born_on: read.to_string(),
        ages: read.ages_on(r.today()).map(AgesView::from),
    })
}

/// Reads a birth date as people say it.
fn born(said: Option<&str>, today: Day) -> Result<Option<Born>, Refusal> {
    let Some(said) = said.filter(|said| !said.trim().is_empty()) else {
        return Ok(None);
    };
    let read = Born::read(said, today);
    read.map(Some).map_err(|unread| match unread {
        Unread::Shape => visitors::Refused::BornUnread {}.at("bornOn"),
        Unread::NoSuchTime => Reason::NoSuchTime {}.at("bornOn"),
    })
}

fn groups(r: &Reading<'_>, _: Nothing) -> Result<GroupList, Fault> {
    Ok(GroupList {
        rows: visitors::groups(r)?
            .into_iter()
            .map(GroupView::from)
            .collect(),
    })
}

fn notice(r: &Reading<'_>, _: Nothing) -> Result<NoticeView, Fault> {
    let visitors::Notice {
        version,
        text_zh,
        text_en,
    } = consent::current(r)?;
    Ok(NoticeView {
        version,
        text_zh,
        text_en,
    })
}

fn register(w: &Writing<'_>, input: RegisterVisitor) -> Result<VisitorView, Fault> {
    let draft = draft(&input.visitor, w.today());
    refuse_unknown_terms(&w.reading(), &draft)?;
    let guardian = input.guardian.map(Guardian::from);
    let given = |manner: Manner| Given {
        manner: manner.0,
        guardian: guardian.clone(),
    };
    let grounds = Grounds {
        basis: input.basis.map_or(visitors::Basis::Consent, |b| b.0),
        reason: &input.basis_reason,
        consent: input.consent.map(given),
        health: input.health_consent.map(given),
    };
    let visitor = visitors::register(w, &draft, &grounds, &input.sure)?;
    full(&w.reading(), visitor.id)
}

fn correct(w: &Writing<'_>, input: CorrectVisitor) -> Result<VisitorView, Fault> {
    let draft = draft(&input.visitor, w.today());
    refuse_unknown_terms(&w.reading(), &draft)?;
    let id = VisitorId(input.id);
    visitors::correct(w, id, &draft, &input.sure)?;
    triage::person_corrected(w, id)?;
    opened(w, id)
}

fn reveal(w: &Writing<'_>, input: RevealVisitor) -> Result<Revealed, Fault> {
    let what = match input.what {
        Hidden::Phone => "phone",
        Hidden::Phone2 => "phone2",
        Hidden::IdNumber => "idNumber",
        Hidden::Name => "name",
    };
    let because = Because {
        reason: input.reason.0,
        words: &input.words,
    };
    let id = VisitorId(input.id);
    // One value of a record that was not opened is no way round the budget.
    openings::look_closer(w, id)?;
    let visitor = visitors::reveal(w, id, what, because)?;
    let value = match input.what {
        Hidden::Phone => visitor.phone,
        Hidden::Phone2 => visitor.phone_2,
        Hidden::IdNumber => visitor.id_number,
        Hidden::Name => visitor.name,
    };
    Ok(Revealed { value })
}

fn give_consent(w: &Writing<'_>, input: GiveConsent) -> Result<VisitorView, Fault> {
    let given = Given {
        manner: input.manner.0,
        guardian: input.guardian.map(Guardian::from),
    };
    consent::give(w, VisitorId(input.id), input.scope.0, &given)?;
    opened(w, VisitorId(input.id))
}

fn withdraw_consent(w: &Writing<'_>, input: WithdrawConsent) -> Result<VisitorView, Fault> {
    consent::withdraw(w, VisitorId(input.id), input.scope.0)?;
    opened(w, VisitorId(input.id))
}

/// What the record says of someone's health is said in the words that rule services out.
fn refuse_unknown_terms(r: &Reading<'_>, draft: &VisitorDetails) -> Result<(), Fault> {
    let words = catalogue::vocabulary(r)?;
    for (field, kind, codes) in [
        ("conditions", TermKind::Condition, &draft.conditions),
        ("allergies", TermKind::Allergy, &draft.allergies),
    ] {
        if let Some(got) = codes.iter().find(|code| !words.has(kind, code)) {
            let got = got.chars().take(40).collect();
            return Err(Reason::UnknownCode { got }.at(field).into());
        }
    }
    Ok(())
}

fn draft(input: &VisitorDraft, today: Day) -> VisitorDetails {
    let VisitorDraft {
        name,
        phone,
        no_phone,
        phone2,
        id_kind,
        id_number,
        sex,
        born_on,
        address,
        note,
        groups,
        conditions,
        allergies,
    } = input;
    // What cannot be read is said together with whatever else is wrong.
    let born = born(born_on.as_deref(), today);
    VisitorDetails {
        name: name.clone(),
        phone: phone.clone(),
        no_phone: no_phone.map(|why| why.0),
        phone_2: phone2.clone(),
        id_kind: Some(id_kind.0),
        id_number: id_number.clone(),
        sex: sex.map(|s| s.0),
        unread: born.as_ref().err().cloned().into_iter().collect(),
        born_on: born.unwrap_or(None),
        address: address.clone(),
        note: note.clone(),
        groups: groups.clone(),
        conditions: conditions.clone(),
        allergies: allergies.clone(),
    }
}

fn line(r: &Reading<'_>, visitor: &Visitor, why: Option<visitors::Why>) -> FoundVisitor {
    let visitor = visitor.clone().seen();
    let why = why.filter(|_| visitor.standing == visitors::Standing::Open);
    FoundVisitor {
        id: visitor.id.0,
        name: masked(&visitor.name, mask::name),
        phone: masked(&visitor.phone, mask::phone),
        sex: visitor.sex.map(Sex),
        ages: visitor.ages_on(r.today()).map(AgesView::from),
        groups: visitor.groups,
        why: why.map(Why),
        seen_at: visitor.seen_at.0,
        standing: Standing(visitor.standing),
    }
}

/// Masks a value; an empty one stays empty.
fn masked(text: &str, mask: fn(&str) -> String) -> String {
    if text.is_empty() {
        String::new()
    } else {
        mask(text)
    }
}

/// The record of somebody who is here, after something was changed in it.
pub(crate) fn opened(w: &Writing<'_>, id: VisitorId) -> Result<VisitorView, Fault> {
    openings::open(w, id, For(Purpose::Here, 0))?;
    full(&w.reading(), id)
}

/// The visitor as the person in front of the desk sees themselves: name in
/// full, numbers masked until somebody shows them deliberately.
pub(crate) fn full(r: &Reading<'_>, id: VisitorId) -> Result<VisitorView, Fault> {
    let visitor = visitors::of(r, id)?.seen();
    let consents = consent::list(r, id)?;
    let personal = consent::stands(r, id, visitors::Scope::Personal)?;
    let health = consent::stands(r, id, visitors::Scope::Health)?;
    let ages = visitor.ages_on(r.today()).map(AgesView::from);
    Ok(VisitorView {
        id: visitor.id.0,
        phone: masked(&visitor.phone, mask::phone),
        no_phone: visitor.no_phone.map(NoPhone),
        phone2: masked(&visitor.phone_2, mask::phone),
        id_number: masked(&visitor.id_number, mask::document),
        name: visitor.name,
        id_kind: IdKind(visitor.id_kind),
        sex: visitor.sex.map(Sex),
        born_on: visitor.born_on.map(|d| d.to_string()),
        ages,
        address: visitor.address,
        note: visitor.note,
        groups: visitor.groups,
        conditions: visitor.conditions,
        allergies: visitor.allergies,
        consent: personal,
        ask_again: notices::ask_again(r, id)?,
        basis: Basis(visitors::basis::basis_of(r, id)?),
        health_consent: health,
        consents: consents.into_iter().map(ConsentView::from).collect(),
        registered_at: visitor.registered_at.0,
        seen_at: visitor.seen_at.0,
        standing: Standing(visitor.standing),
    })
}

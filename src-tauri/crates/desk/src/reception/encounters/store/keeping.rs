//! SQL of what is kept of people in encounters, consultations and promises.

use super::super::acts;
use crate::ground::keeping::{Age, Days, Field, Held, Keeps, Kind, Part, Table, Why};

/// Which tables hold something of a person, for how long, and what that person is shown.
pub(in super::super) const KEEPS: Keeps = Keeps {
    tables: &[
        Table::of("encounters", &[("visitor_id", "visitors")])
            .object(acts::ENCOUNTER)
            .drafts(&["answer/#", "close/#", "matter/#", "assess/#", "book/#", "triage/#", "feedback/new/#"])
            .texts(&["on_behalf", "matter", "handoff", "outcome_note"])
            .open(Why::OpenEncounter, "ended_at IS NULL")
            .lasts(Kind::Encounters, Age::Day("day"), Days::CLAIMS)
            .refers(&[("visitor_id", "visitors")])
            .listed(&[Age::Day("day")]),
        Table::of("encounters_before", &[("encounter_id", "encounters"), ("visitor_id", "visitors")])
            .texts(&["matter"])
            .listed(&[Age::Day("day")]),
        Table::of("consultations", &[("encounter_id", "encounters")])
            .texts(&["question", "analysis", "answer"])
            .health("nature = 'health'"),
        Table::of("promises", &[("encounter_id", "encounters")])
            .object(acts::PROMISE_MADE)
            .texts(&["what", "result"])
            .open(Why::OpenPromise, "kept_at IS NULL"),
    ],
    goes: &[
        Held {
            part: Part("encounters"),
            fields: &[Field::Channel, Field::Matter, Field::Category, Field::Urgency, Field::OnBehalf, Field::Note, Field::Outcome, Field::Result, Field::EndedAt, Field::Rating, Field::Staff],
            codes: &[(Field::Channel, "Channel"), (Field::Urgency, "Urgency"), (Field::Outcome, "Outcome")],
            rows: "SELECT e.started_at AS at, e.no, e.channel, e.matter, rtrim(c.name_zh || ' / ' || c.name_en, ' /') AS category, e.urgency,
                    e.on_behalf, e.handoff AS note, e.outcome, e.outcome_note AS result, e.ended_at, e.rating, s.no AS staff
             FROM encounters e JOIN staff s ON s.id = e.first_asked LEFT JOIN categories c ON c.id = e.category_id
             WHERE e.visitor_id = ?1
             UNION ALL
             SELECT f.until, e.no, NULL, f.matter, rtrim(c.name_zh || ' / ' || c.name_en, ' /'), f.urgency, NULL, NULL, NULL, NULL, f.until, NULL, s.no
             FROM encounters_before f JOIN encounters e ON e.id = f.encounter_id JOIN staff s ON s.id = f.by
                  LEFT JOIN categories c ON c.id = f.category_id
             WHERE f.visitor_id = ?1 ORDER BY 1",
        },
        Held {
            part: Part("consultations"),
            fields: &[Field::Question, Field::Analysis, Field::Answer, Field::Staff],
            codes: &[],
            rows: "SELECT a.answered_at AS at, e.no, a.question, a.analysis, a.answer, s.no AS staff
             FROM consultations a JOIN encounters e ON e.id = a.encounter_id JOIN staff s ON s.id = a.answered_by
             WHERE a.encounter_id IN (SELECT id FROM encounters WHERE visitor_id = ?1) ORDER BY a.id",
        },
        Held {
            part: Part("promises"),
            fields: &[Field::What, Field::DueAt, Field::KeptAt, Field::Result, Field::Staff],
            codes: &[],
            rows: "SELECT m.made_at AS at, e.no, m.what, m.due_at, m.kept_at, m.result, s.no AS staff
             FROM promises m JOIN encounters e ON e.id = m.encounter_id JOIN staff s ON s.id = m.owner
             WHERE m.encounter_id IN (SELECT id FROM encounters WHERE visitor_id = ?1) ORDER BY m.id",
        },
    ],
    stays: &[],
};

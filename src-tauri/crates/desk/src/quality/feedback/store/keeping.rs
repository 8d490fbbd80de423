//! SQL of what is kept of people in feedback: theirs, and what concerns their encounters.

use super::super::acts;
use crate::ground::keeping::{Age, Days, Erased, Field, Held, Keeps, Kind, Part, Table, Why};

/// Which tables hold something of a person, for how long, and what that person is shown.
pub(in super::super) const KEEPS: Keeps = Keeps {
    tables: &[
        Table::of("feedback", &[("visitor_id", "visitors"), ("encounter_id", "encounters")])
            .object(acts::FEEDBACK)
            .drafts(&["feedback/#/handle", "feedback/#/tell", "feedback/#/rate"])
            .texts(&["name", "phone", "about", "what"])
            .erased(Erased::Set("happened_on = NULL"))
            .open(
                Why::OpenFeedback,
                "(SELECT s.state FROM feedback_steps s WHERE s.feedback_id = feedback.id ORDER BY s.id DESC LIMIT 1) <> 'closed'",
            )
            .lasts(Kind::Feedback, Age::Day("day"), Days::CLAIMS)
            .refers(&[("encounter_id", "encounters"), ("visitor_id", "visitors")])
            .listed(&[Age::Day("day")]),
        Table::of("feedback_points", &[("feedback_id", "feedback")]).texts(&["what"]),
        // A step that was taken is emptied or stays as it is: the schema lets nothing else happen.
        Table::of("feedback_steps", &[("feedback_id", "feedback")]).erased(Erased::Set(
            "note = '', reply = '', why = '', apology = '', measure = '', result = ''",
        )),
        Table::of("feedback_handled", &[("step_id", "feedback_steps")]).texts(&["done"]),
    ],
    goes: &[
        Held {
            part: Part("feedback"),
            fields: &[Field::Kind, Field::Name, Field::Phone, Field::HappenedOn, Field::About, Field::What, Field::DueAt, Field::State, Field::Answer, Field::Result, Field::Reply, Field::Note, Field::Staff],
            codes: &[(Field::Kind, "FeedbackKind"), (Field::State, "FeedbackState")],
            rows: "SELECT f.received_at AS at, f.no, f.kind, f.name, f.phone, f.happened_on, f.about, f.due_at, s.no AS staff,
                        f.what || COALESCE((SELECT '; ' || string_agg(p.what, '; ' ORDER BY p.position) FROM feedback_points p
                         WHERE p.feedback_id = f.id AND p.what <> f.what), '') AS what,
                        (SELECT z.state FROM feedback_steps z WHERE z.feedback_id = f.id ORDER BY z.id DESC LIMIT 1) AS state,
                        (SELECT string_agg(h.done, '; ' ORDER BY h.step_id, h.position) FROM feedback_handled h JOIN feedback_steps z ON z.id = h.step_id
                         WHERE z.feedback_id = f.id) AS answer,
                        (SELECT string_agg(NULLIF(z.note, ''), '; ' ORDER BY z.id) FROM feedback_steps z WHERE z.feedback_id = f.id) AS note,
                        (SELECT string_agg(NULLIF(trim(z.apology || ' ' || z.measure || ' ' || z.result || ' ' || z.why), ''), '; ' ORDER BY z.id)
                         FROM feedback_steps z WHERE z.feedback_id = f.id) AS result,
                        (SELECT string_agg(NULLIF(z.reply, ''), '; ' ORDER BY z.id) FROM feedback_steps z WHERE z.feedback_id = f.id) AS reply
                 FROM feedback f JOIN staff s ON s.id = f.received_by
                 WHERE f.visitor_id = ?1 OR f.encounter_id IN (SELECT id FROM encounters WHERE visitor_id = ?1) ORDER BY f.id",
        },
    ],
    stays: &[],
};

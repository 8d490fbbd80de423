//! SQL of what requests keep of the person themselves.

use super::super::acts;
use crate::ground::keeping::{Age, Days, Field, Held, Keeps, Kind, Part, Table, Why};

/// Which tables hold something of a person, for how long, and what that person is shown.
pub(in super::super) const KEEPS: Keeps = Keeps {
    tables: &[
        Table::of("requests", &[("visitor_id", "visitors")])
            .object(acts::REQUEST)
            .drafts(&["request/#"])
            .texts(&["words", "verified_note", "answer"])
            .holds(Why::OpenRequest, "closed_at IS NULL")
            .lasts(
                Kind::Requests,
                Age::Moment("COALESCE(closed_at, received_at)"),
                Days::CLAIMS,
            ),
        Table::of("request_steps", &[("request_id", "requests")]),
    ],
    goes: &[],
    stays: &[
        Held {
            part: Part("requests"),
            fields: &[Field::Kind, Field::What, Field::Note, Field::Outcome, Field::Answer, Field::Staff],
            codes: &[(Field::Kind, "RequestWish"), (Field::Outcome, "RequestOutcome")],
            rows: "SELECT q.received_at AS at, q.no, q.wish AS kind, q.words AS what, q.verified_note AS note, q.outcome, q.answer, s.no AS staff
             FROM requests q JOIN staff s ON s.id = q.received_by WHERE q.visitor_id = ?1 ORDER BY q.id",
        },
    ],
};

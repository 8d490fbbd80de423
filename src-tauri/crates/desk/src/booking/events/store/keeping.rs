//! SQL of what is kept of people in sign-ups: a seat lasts as long as the person's record,
//! and a seat at what is to come keeps the record.

use super::super::acts;
use crate::ground::keeping::{Field, Held, Keeps, Part, Table, Why};

/// Which tables hold something of a person, for how long, and what that person is shown.
pub(in super::super) const KEEPS: Keeps = Keeps {
    tables: &[Table::of("sign_ups", &[("visitor_id", "visitors")])
        .object(acts::SIGN_UP)
        .open(Why::OpenBooking, "state = 'signed_up' AND event_id IN
             (SELECT id FROM events WHERE state = 'planned' AND day >= (SELECT today FROM cut))")],
    goes: &[],
    stays: &[Held {
        part: Part("events"),
        fields: &[Field::Title, Field::Day, Field::Time, Field::State, Field::Staff],
        codes: &[(Field::State, "SignUpState")],
        rows: "SELECT u.signed_at AS at, '' AS no, rtrim(e.title_zh || ' / ' || e.title_en, ' /') AS title, e.day, e.starts AS time,
                u.state, s.no AS staff
         FROM sign_ups u JOIN events e ON e.id = u.event_id JOIN staff s ON s.id = u.signed_by
         WHERE u.visitor_id = ?1 ORDER BY u.id",
    }],
};

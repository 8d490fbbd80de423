//! SQL of what is kept of people in tickets and their steps.

use super::super::acts;
use crate::ground::keeping::{Age, Days, Erased, Field, Held, Keeps, Kind, Part, Table, Why};

/// Which tables hold something of a person, for how long, and what that person is shown.
pub(in super::super) const KEEPS: Keeps = Keeps {
    tables: &[
        Table::of("tickets", &[("encounter_id", "encounters")])
            .object(acts::TICKET)
            .drafts(&["transfer/#"])
            .texts(&["note"])
            .erased(Erased::Set("lifted_by = ''"))
            .open(Why::LiveTicket, "state IN ('waiting', 'called', 'serving')")
            .lasts(Kind::Tickets, Age::Day("day"), Days::shortest(180))
            .refers(&[("encounter_id", "encounters")]),
        Table::of("ticket_steps", &[("ticket_id", "tickets")]).texts(&["reason", "note"]),
        Table::of("ticket_alarms", &[("ticket_id", "tickets")]),
    ],
    goes: &[
        Held {
            part: Part("tickets"),
            fields: &[Field::Day, Field::State, Field::Note, Field::Reason],
            codes: &[(Field::State, "TicketState")],
            rows: "SELECT t.issued_at AS at, t.no, t.day, t.state,
                    t.note || COALESCE((SELECT '; ' || string_agg(z.note, '; ' ORDER BY z.id) FROM ticket_steps z
                     WHERE z.ticket_id = t.id AND z.note <> '' AND z.note <> t.note), '') AS note,
                    (SELECT string_agg(NULLIF(z.reason, ''), '; ' ORDER BY z.id) FROM ticket_steps z WHERE z.ticket_id = t.id) AS reason
             FROM tickets t
             WHERE t.encounter_id IN (SELECT id FROM encounters WHERE visitor_id = ?1) ORDER BY t.id",
        },
    ],
    stays: &[],
};

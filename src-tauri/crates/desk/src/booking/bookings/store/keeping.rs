//! SQL of what is kept of people in bookings.

use super::super::acts;
use crate::ground::keeping::{Age, Days, Field, Held, Keeps, Kind, Part, Table, Why};

/// Which tables hold something of a person, for how long, and what that person is shown.
pub(in super::super) const KEEPS: Keeps = Keeps {
    tables: &[
        Table::of("bookings", &[("visitor_id", "visitors")])
            .object(acts::BOOKING)
            .drafts(&["book/move/#"])
            .texts(&["needs", "note", "reason", "despite"])
            .open(Why::OpenBooking, "state IN ('booked', 'checked_in') AND day >= (SELECT today FROM cut)")
            .listed(&[Age::Moment("booked_at"), Age::Day("day")])
            .lasts(Kind::Bookings, Age::Day("day"), Days::CLAIMS)
            .refers(&[("encounter_id", "encounters"), ("visitor_id", "visitors")])
            .untied("moved_to")
            .untied("part_of"),
        Table::of("booking_items", &[("booking_id", "bookings")]),
        Table::of("booking_steps", &[("booking_id", "bookings")]),
    ],
    goes: &[
        Held {
            part: Part("bookings"),
            fields: &[Field::Title, Field::Day, Field::Time, Field::Price, Field::Needs, Field::Note, Field::State, Field::Reason, Field::Name, Field::Phone, Field::Staff],
            codes: &[(Field::State, "BookingState")],
            rows: "SELECT b.booked_at AS at, COALESCE(o.no, '') AS no, rtrim(b.title_zh || ' / ' || b.title_en, ' /') AS title, b.day, b.starts AS time,
                    CASE WHEN b.state = 'booked' AND b.day < (SELECT today FROM cut) THEN 'no_show' ELSE b.state END AS state, b.price, rtrim(b.needs || ' ' || b.despite) AS needs, b.note, b.reason, o.name, o.phone, s.no AS staff
             FROM bookings b LEFT JOIN vouchers o ON o.booking_id = b.id JOIN staff s ON s.id = b.booked_by
             WHERE b.visitor_id = ?1 ORDER BY b.id",
        },
    ],
    stays: &[],
};

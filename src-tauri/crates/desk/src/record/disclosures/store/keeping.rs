//! SQL of what the register says of people: it stays for three years, whatever becomes of
//! the record.

use crate::ground::keeping::{Field, Held, Keeps, Part, Table};

/// Which tables hold something of a person, for how long, and what that person is shown.
pub(in super::super) const KEEPS: Keeps = Keeps {
    tables: &[
        Table::of_nobody("disclosures"),
    ],
    goes: &[],
    stays: &[
        Held {
            part: Part("disclosures"),
            fields: &[Field::Kind, Field::Receiver, Field::Name, Field::Reason, Field::Staff],
            codes: &[(Field::Kind, "DisclosureKind"), (Field::Receiver, "Receiver")],
            rows: "SELECT d.at, '' AS no, d.kind, d.receiver, d.receiver_name AS name, d.purpose_note AS reason, s.no AS staff
             FROM disclosures d JOIN staff s ON s.id = d.staff_id WHERE d.visitor_id = ?1 ORDER BY d.id",
        },
    ],
};

//! SQL of what is kept of people in proposals: they go whole, and last as long as the
//! assessment they rest on.

use super::super::acts;
use crate::ground::keeping::{Erased, Field, Held, Keeps, Part, Table, Why};

/// Which tables hold something of a person, for how long, and what that person is shown.
pub(in super::super) const KEEPS: Keeps = Keeps {
    tables: &[
        Table::of("proposals", &[("assessment_id", "assessments")])
            .object(acts::PROPOSAL)
            .erased(Erased::Rows)
            .kept_while(Why::PartKept, "made_at >= (SELECT proposals FROM cut)"),
        Table::of("proposal_choices", &[("proposal_id", "proposals")])
            .texts(&["reason"])
            .erased(Erased::Rows),
        Table::of("proposal_points", &[("proposal_id", "proposals")]).erased(Erased::Rows),
        Table::of("proposal_items", &[("proposal_id", "proposals")]).erased(Erased::Rows),
    ],
    goes: &[
        Held {
            part: Part("proposals"),
            fields: &[Field::Title, Field::Price, Field::State, Field::Reason, Field::About],
            codes: &[(Field::State, "Choice")],
            rows: "SELECT p.made_at AS at, e.no, rtrim(k.name_zh || ' / ' || k.name_en, ' /') AS title, p.price,
                    (SELECT c.choice FROM proposal_choices c WHERE c.proposal_id = p.id ORDER BY c.id DESC LIMIT 1) AS state,
                    (SELECT string_agg(NULLIF(c.reason, ''), '; ' ORDER BY c.id) FROM proposal_choices c WHERE c.proposal_id = p.id) AS reason,
                    (SELECT string_agg(z.word, '; ' ORDER BY z.word) FROM (
                        SELECT DISTINCT COALESCE(rtrim(t.name_zh || ' / ' || t.name_en, ' /'), q.about) AS word
                        FROM proposal_points q LEFT JOIN terms t ON t.code = q.about
                            AND t.kind = CASE q.side WHEN 'drawback' THEN 'condition' ELSE 'concern' END
                        WHERE q.proposal_id = p.id AND q.about <> ''
                     ) z) AS about
             FROM proposals p JOIN encounters e ON e.id = p.encounter_id LEFT JOIN packages k ON k.id = p.package_id
             WHERE p.encounter_id IN (SELECT id FROM encounters WHERE visitor_id = ?1) ORDER BY p.id",
        },
    ],
    stays: &[],
};

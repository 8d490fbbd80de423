//! SQL of what is kept of people in assessments. Health told for a proposal tells more of
//! the person than any count needs: it goes whole.

use super::super::acts;
use crate::ground::keeping::{Age, Days, Erased, Field, Held, Keeps, Kind, Part, Table, Why};

/// Which tables hold something of a person, for how long, and what that person is shown.
pub(in super::super) const KEEPS: Keeps = Keeps {
    tables: &[
        Table::of("assessments", &[("encounter_id", "encounters")])
            .object(acts::ASSESSMENT)
            .texts(&["relation", "goal", "days"])
            .erased(Erased::Rows)
            .health("TRUE")
            .lasts(Kind::Proposals, Age::Moment("made_at"), Days::shortest(365))
            .refers(&[("encounter_id", "encounters")])
            .kept_while(
                Why::OpenEncounter,
                "EXISTS (SELECT 1 FROM encounters z WHERE z.id = assessments.encounter_id AND z.ended_at IS NULL)",
            ),
        Table::of("assessment_codes", &[("assessment_id", "assessments")]).erased(Erased::Rows),
        Table::of("assessment_done", &[("assessment_id", "assessments")]).erased(Erased::Rows),
    ],
    goes: &[
        Held {
            part: Part("assessments"),
            fields: &[Field::Relation, Field::Sex, Field::Goal, Field::Told, Field::Budget, Field::Days, Field::Staff],
            codes: &[(Field::Sex, "Sex")],
            rows: "SELECT a.made_at AS at, e.no, a.relation, a.sex, a.goal, a.budget, a.days, s.no AS staff,
                    (SELECT string_agg(COALESCE(rtrim(t.name_zh || ' / ' || t.name_en, ' /'), c.kind || ' ' || c.code), '; '
                                ORDER BY c.kind, c.position)
                     FROM assessment_codes c LEFT JOIN terms t ON t.kind = c.kind AND t.code = c.code
                     WHERE c.assessment_id = a.id) AS told
             FROM assessments a JOIN encounters e ON e.id = a.encounter_id JOIN staff s ON s.id = a.made_by
             WHERE a.encounter_id IN (SELECT id FROM encounters WHERE visitor_id = ?1) ORDER BY a.id",
        },
    ],
    stays: &[],
};

//! SQL of what is kept of visitors: their record, groups, health, consents, restrictions.

use super::super::acts;
use crate::ground::keeping::{Age, Days, Erased, Field, Held, Keeps, Kind, Part, Table, Why};

/// Which tables hold something of a person, for how long, and what that person is shown.
pub(in super::super) const KEEPS: Keeps = Keeps {
    tables: &[
        Table::of("visitors", &[("id", "visitors")])
            .object(acts::VISITOR)
            .texts(&["note"])
            .lasts(Kind::Visitors, Age::Moment("seen_at"), Days::CLAIMS)
            .erased(Erased::Set(
                "name = '', phone = '', phone_2 = '', id_kind = 'none', id_number = '', id_key = '', no_phone = NULL, sex = NULL, born_on = NULL,
                 address = '', name_key = '', pinyin_key = '', initial_key = '', digit_key = '', standing = 'erased'",
            )),
        Table::of("visitors_before", &[("visitor_id", "visitors")]).erased(Erased::Rows),
        Table::of("visitor_groups", &[("visitor_id", "visitors")]).erased(Erased::Rows),
        Table::of("visitor_health", &[("visitor_id", "visitors")])
            .erased(Erased::Rows)
            .health("TRUE"),
        Table::of("consents", &[("visitor_id", "visitors")])
            .texts(&["guardian_relation", "guardian_phone"]),
        Table::of("restrictions", &[("visitor_id", "visitors")])
            .texts(&["reason", "lift_reason"])
            .holds(Why::LegalHold, "lifted_at IS NULL AND hold = 'legal'"),
    ],
    goes: &[
        Held {
            part: Part("identity"),
            fields: &[Field::Name, Field::Phone, Field::NoPhone, Field::Phone2, Field::IdKind, Field::IdNumber, Field::Sex, Field::BornOn, Field::Address, Field::Note, Field::RegisteredAt, Field::SeenAt, Field::EndedAt, Field::Standing],
            codes: &[(Field::NoPhone, "NoPhone"), (Field::IdKind, "IdKind"), (Field::Sex, "Sex"), (Field::Standing, "Standing")],
            rows: "SELECT n.until AS at, '' AS no, n.name, n.phone, NULL AS no_phone, NULL AS phone_2, NULL AS id_kind, NULL AS id_number, NULL AS sex,
                    NULL AS born_on, NULL AS address, NULL AS note, NULL AS registered_at, NULL AS seen_at, n.until AS ended_at, NULL AS standing
             FROM visitors_before n WHERE n.visitor_id = ?1
             UNION ALL
             SELECT v.registered_at, '', v.name, v.phone, v.no_phone, v.phone_2, v.id_kind, v.id_number, v.sex, v.born_on, v.address, v.note,
                    v.registered_at, v.seen_at, NULL, v.standing
             FROM visitors v WHERE v.id = ?1",
        },
        Held {
            part: Part("health"),
            fields: &[Field::Kind, Field::Term],
            codes: &[(Field::Kind, "HeldHealth")],
            rows: "SELECT NULL AS at, '' AS no, kind, term FROM (
                 SELECT 0 AS place, 'group' AS kind, COALESCE(rtrim(s.name_zh || ' / ' || s.name_en, ' /'), g.group_code) AS term
                 FROM visitor_groups g LEFT JOIN special_groups s ON s.code = g.group_code WHERE g.visitor_id = ?1
                 UNION ALL
                 SELECT 1, h.kind, COALESCE(rtrim(t.name_zh || ' / ' || t.name_en, ' /'), h.code)
                 FROM visitor_health h LEFT JOIN terms t ON t.kind = h.kind AND t.code = h.code WHERE h.visitor_id = ?1
             ) told ORDER BY place, kind, term",
        },
    ],
    stays: &[
        Held {
            part: Part("consents"),
            fields: &[Field::Scope, Field::Version, Field::Manner, Field::Relation, Field::Phone, Field::WithdrawnAt, Field::Staff],
            codes: &[(Field::Scope, "Scope"), (Field::Manner, "Manner")],
            rows: "SELECT c.given_at AS at, '' AS no, c.scope, c.version, c.manner, c.guardian_relation AS relation,
                 c.guardian_phone AS phone, c.withdrawn_at, s.no AS staff
             FROM consents c JOIN staff s ON s.id = c.witnessed_by WHERE c.visitor_id = ?1 ORDER BY c.id",
        },
        Held {
            part: Part("restrictions"),
            fields: &[Field::Kind, Field::Reason, Field::EndedAt, Field::Result, Field::Staff],
            codes: &[(Field::Kind, "RestrictionHold")],
            rows: "SELECT x.set_at AS at, '' AS no, x.hold AS kind, x.reason, x.lifted_at AS ended_at, x.lift_reason AS result, s.no AS staff
             FROM restrictions x JOIN staff s ON s.id = x.set_by WHERE x.visitor_id = ?1 ORDER BY x.id",
        },
    ],
};

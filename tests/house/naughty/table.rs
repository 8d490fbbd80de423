//! The table: each command that takes text, with an input it accepts and the texts in it.

use proofs::desk::TestDesk;
use proofs::made::{
    booking, category, closed, described, elsewhere, encounter, feedback, feedback_up_to, free,
    institution, leaf, needs, package, person, point, promise, proposed, schedule, service, ticket,
    visitor,
};
use serde_json::{Value, json};

/// A command, an input that would be accepted, the texts in it, and where else to look for them.
pub(super) struct Case {
    pub(super) command: &'static str,
    pub(super) input: Value,
    pub(super) texts: &'static [&'static str],
    pub(super) look: Option<(&'static str, Value)>,
}

fn case(command: &'static str, input: Value, texts: &'static [&'static str]) -> Case {
    Case {
        command,
        input,
        texts,
        look: None,
    }
}

/// As `case`, for reasons, which only the journal keeps.
fn because(command: &'static str, input: Value, texts: &'static [&'static str]) -> Case {
    let look = json!({ "before": null, "actor": "", "object": "", "objectId": null, "day": null });
    Case {
        command,
        input,
        texts,
        look: Some(("journal.list", look)),
    }
}

pub(super) const RECEPTION: [fn(&TestDesk) -> Case; 11] = [
    |_| {
        case(
            "visitors.register",
            person().input(),
            &[
                "/visitor/name",
                "/visitor/phone",
                "/visitor/phone2",
                "/visitor/address",
                "/visitor/note",
                "/visitor/groups/0",
            ],
        )
    },
    |desk| {
        case(
            "visitors.correct",
            json!({ "id": visitor(desk), "visitor": person().form() }),
            &["/visitor/name", "/visitor/address", "/visitor/note"],
        )
    },
    |desk| {
        case(
            "encounters.describe",
            described(desk),
            &["/matter", "/onBehalf", "/handoff"],
        )
    },
    |desk| {
        case(
            "encounters.answer",
            json!({ "id": encounter(desk), "question": "q", "nature": "health", "analysis": "", "answer": "a" }),
            &["/question", "/analysis", "/answer"],
        )
    },
    |desk| {
        case(
            "encounters.promise",
            json!({ "id": encounter(desk), "what": "w", "dueAt": desk.machine().at() + 60_000 }),
            &["/what"],
        )
    },
    |desk| {
        case(
            "encounters.keep_promise",
            json!({ "id": promise(desk), "result": "r" }),
            &["/result"],
        )
    },
    |desk| {
        case(
            "encounters.close",
            json!({ "id": encounter(desk), "outcome": "declined", "note": "", "rating": null }),
            &["/note"],
        )
    },
    |desk| {
        because(
            "encounters.reopen",
            json!({ "id": closed(desk), "reason": "录错了" }),
            &["/reason"],
        )
    },
    |desk| {
        because(
            "tickets.leave",
            json!({ "id": ticket(desk), "reason": "" }),
            &["/reason"],
        )
    },
    |desk| {
        case(
            "assessments.save",
            json!({ "encounterId": encounter(desk), "needs": needs() }),
            &[
                "/needs/relation",
                "/needs/goal",
                "/needs/days",
                "/needs/concerns/0",
            ],
        )
    },
    |_| Case {
        look: Some(("drafts.read", json!({ "key": "visitor" }))),
        ..case(
            "drafts.save",
            json!({ "key": "visitor", "body": "b" }),
            &["/body"],
        )
    },
];

pub(super) const AFTERWARDS: [fn(&TestDesk) -> Case; 10] = [
    |desk| {
        case(
            "bookings.book",
            free(desk),
            &["/needs", "/note", "/items/0/day", "/items/0/start"],
        )
    },
    |desk| {
        because(
            "bookings.cancel",
            json!({ "id": booking(desk), "reason": "不来了" }),
            &["/reason"],
        )
    },
    |desk| {
        case(
            "feedback.receive",
            feedback(desk),
            &["/phone", "/about", "/what", "/points/0", "/happenedOn"],
        )
    },
    |desk| {
        let mut nobody = feedback(desk);
        nobody["visitorId"] = Value::Null;
        case("feedback.receive", nobody, &["/name"])
    },
    |desk| {
        case(
            "feedback.take",
            json!({ "id": feedback_up_to(desk, "take"), "note": "" }),
            &["/note"],
        )
    },
    |desk| {
        case(
            "feedback.handle",
            json!({ "id": feedback_up_to(desk, "handle"), "done": ["x"], "note": "" }),
            &["/done/0", "/note"],
        )
    },
    |desk| {
        let telling = json!({ "how": "in_person", "reply": "好", "adoption": null, "why": "", "apology": "a", "measure": "m", "result": "r" });
        case(
            "feedback.tell",
            json!({ "id": feedback_up_to(desk, "tell"), "telling": telling }),
            &[
                "/telling/reply",
                "/telling/apology",
                "/telling/measure",
                "/telling/result",
            ],
        )
    },
    |desk| {
        case(
            "feedback.rate",
            json!({ "id": feedback_up_to(desk, "rate"), "asked": "rated", "rating": 4, "note": "" }),
            &["/note"],
        )
    },
    |desk| {
        case(
            "feedback.close",
            json!({ "id": feedback_up_to(desk, "close"), "note": "" }),
            &["/note"],
        )
    },
    |_| {
        because(
            "staff.set_role",
            json!({ "id": 2, "role": "receptionist", "reason": "轮岗" }),
            &["/reason"],
        )
    },
];

pub(super) const CONTENT: [fn(&TestDesk) -> Case; 9] = [
    |desk| {
        case(
            "catalogue.save_service",
            service(desk),
            &[
                "/sheet/code",
                "/sheet/name/zh",
                "/sheet/name/en",
                "/sheet/content/zh",
                "/sheet/process/en",
                "/sheet/advantages/zh",
                "/sheet/limits/zh",
                "/sheet/forWhom/zh",
                "/sheet/notFor/en",
                "/sheet/prepare/0/zh",
                "/sheet/bring/0/en",
                "/sheet/covers/0",
            ],
        )
    },
    |desk| {
        case(
            "catalogue.save_package",
            package(desk),
            &[
                "/sheet/name/zh",
                "/sheet/content/en",
                "/sheet/forWhom/zh",
                "/sheet/notFor/zh",
                "/sheet/limits/en",
            ],
        )
    },
    |desk| {
        case(
            "schedules.save",
            schedule(desk),
            &["/nameZh", "/nameEn", "/placeZh", "/placeEn", "/department"],
        )
    },
    |desk| {
        case(
            "points.add",
            point(desk),
            &["/nameZh", "/nameEn", "/placeZh", "/placeEn"],
        )
    },
    |desk| {
        case(
            "categories.change",
            category(desk),
            &[
                "/category/nameZh",
                "/category/nameEn",
                "/category/prefix",
                "/category/pointCode",
                "/category/words/0",
            ],
        )
    },
    |desk| {
        case(
            "institution.set",
            institution(desk),
            &["/name", "/address", "/phone"],
        )
    },
    |_| {
        case(
            "institution.mark_day",
            json!({ "day": "2026-12-31", "kind": "closed", "name": "盘点" }),
            &["/name", "/day"],
        )
    },
    |desk| {
        let count = desk.call("staff.list", json!({}))["rows"]
            .as_array()
            .unwrap()
            .len();
        let new = json!({ "no": format!("3{count:03}"), "name": "新人", "role": "receptionist" });
        case("staff.add", new, &["/no", "/name"])
    },
    |desk| {
        because(
            "categories.retire",
            json!({ "id": leaf(desk, "wrong_number")["id"], "reason": "不用了" }),
            &["/reason"],
        )
    },
];

pub(super) const REASONS: [fn(&TestDesk) -> Case; 8] = [
    |desk| {
        because(
            "tickets.move",
            json!({ "beside": ticket(desk), "id": ticket(desk), "spot": "before", "reason": "r" }),
            &["/reason"],
        )
    },
    |desk| {
        let (ticket, point) = elsewhere(desk);
        Case {
            look: Some(("tickets.board", json!({ "pointId": null }))),
            ..case(
                "tickets.transfer",
                json!({ "id": ticket, "pointId": point, "note": "n" }),
                &["/note"],
            )
        }
    },
    |desk| {
        because(
            "proposals.choose",
            json!({ "proposalId": proposed(desk).1, "choice": "declined", "reason": "r" }),
            &["/reason"],
        )
    },
    |desk| {
        because(
            "proposals.decline_all",
            json!({ "encounterId": proposed(desk).0, "reason": "r" }),
            &["/reason"],
        )
    },
    |_| {
        because(
            "schedules.except",
            json!({ "scheduleId": 1, "day": "2026-12-01", "kind": "closed", "windows": [], "capacity": null, "reason": "r" }),
            &["/reason"],
        )
    },
    |desk| {
        because(
            "points.retire",
            json!({ "id": desk.call("points.add", point(desk))["id"], "reason": "r" }),
            &["/reason"],
        )
    },
    |desk| {
        let _ = desk.answer("catalogue.return", json!({ "kind": "service", "id": 40 }));
        because(
            "catalogue.retire",
            json!({ "kind": "service", "id": 40, "reason": "r" }),
            &["/reason"],
        )
    },
    |_| {
        because(
            "ledger.export",
            json!({ "from": "2026-11-23", "to": "2026-11-23", "format": "csv", "detail": "full", "purpose": "other", "reason": "r", "receiver": "other", "receiverName": "r", "language": "zh" }),
            &["/reason"],
        )
    },
];

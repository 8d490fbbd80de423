//! Who works here.

use super::Do::{Press, Row, Tap};
use super::{Before, Proof, Screen, id};
use crate::desk::{PASSWORD, TestDesk, handed};
use serde_json::json;

/// The id of somebody who works here.
#[track_caller]
pub fn staff(desk: &TestDesk, no: &str) -> i64 {
    let list = desk.call("staff.list", json!({}));
    let rows = list["rows"].as_array().expect("rows");
    let row = rows.iter().find(|row| row["no"] == no);
    id(row.unwrap_or_else(|| panic!("nobody here is {no}")))
}

/// A second administrator, 1005, with the password of everybody; 1001 is signed in after.
#[track_caller]
pub fn second_administrator(desk: &TestDesk) -> i64 {
    let new = json!({ "no": "1005", "name": "赵明", "role": "administrator" });
    let code = handed(&desk.call("staff.add", new));
    desk.sign_in("1005", &code).expect("the code opens");
    let own = json!({ "current": code, "next": PASSWORD });
    desk.call("staff.change_password", own);
    desk.as_staff("1001");
    staff(desk, "1005")
}

pub(super) const PROOF: Proof = Proof {
    before: &[
        Before("staff.list", "{}", Ok("2099")),
        Before("staff.names", "{}", Ok("仇建军")),
    ],
    screens: &[
        Screen("staff", "/staff", &[Row(0)]),
        Screen("staff-add", "/staff", &[Press("n")]),
        Screen(
            "staff-code",
            "/staff",
            &[
                Row(-1),
                Tap("[data-test=staff-reset]"),
                Tap(".confirm-offers .app-button"),
                Tap(".sheet-foot [type=submit]"),
            ],
        ),
        Screen(
            "staff-remove",
            "/staff",
            &[
                Tap("[role=row][aria-selected]:nth-child(3)"),
                Tap("[data-test=staff-remove]"),
            ],
        ),
    ],
    ..Proof::NOTHING
};

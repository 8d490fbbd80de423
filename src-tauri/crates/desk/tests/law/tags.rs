//! What the document of the schema calls a visitor's own text is planted and sought, and
//! is what its subject says.

#[path = "../schema/written.rs"]
#[allow(dead_code, reason = "the schema's own tests use the rest")]
mod written;

use desk::subjects;
use std::collections::BTreeSet;

/// What the document of the schema calls a visitor's text.
pub fn tagged() -> BTreeSet<String> {
    let mut tagged = BTreeSet::new();
    for table in written::things() {
        for column in table.columns.iter().filter(|column| column.is_text()) {
            if column.whose(&table) == Some("visitor") {
                tagged.insert(format!("{}.{}", table.name, column.name));
            }
        }
    }
    tagged
}

/// Texts that are one thing: a name or a number of somebody's own, a code, a whole
/// document. A number of somebody else's stands in none, or must stay: families share one.
const NOT_FREE: &[&str] = &[
    "visitors.name",
    "visitors.phone",
    "visitors.phone_2",
    "visitors.id_number",
    "visitors.id_key",
    "visitors.address",
    "visitors.name_key",
    "visitors.pinyin_key",
    "visitors.initial_key",
    "visitors.digit_key",
    "visitor_health.code",
    "assessment_codes.code",
    "proposal_points.about",
    "visitors_before.name",
    "visitors_before.phone",
    "vouchers.name",
    "vouchers.phone",
    "voucher_lines.text_zh",
    "voucher_lines.text_en",
    "voucher_prints.job",
    // A step that was taken is not changed, only emptied with its own person.
    "feedback_steps.note",
    "feedback_steps.reply",
    "feedback_steps.why",
    "feedback_steps.apology",
    "feedback_steps.measure",
    "feedback_steps.result",
    // Gone or emptied as a whole when anybody is erased, or when it says the number.
    "drafts.body",
    "operations.answer",
];

#[test]
fn every_free_text_of_a_visitor_is_one_that_its_subject_says() {
    let tables = subjects::keeping().flat_map(|keeps| keeps.tables);
    let said = tables.flat_map(|table| {
        let texts = table.texts.iter();
        texts.map(|text| format!("{}.{text}", table.name))
    });
    let mut said: BTreeSet<String> = said.collect();
    said.extend(NOT_FREE.iter().map(|name| (*name).to_owned()));
    assert_eq!(said, tagged());
}

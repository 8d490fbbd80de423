//! What a class of matters says of itself.

use proofs::desk::TestDesk;
use proofs::made::{anonymous, category, matter, start, visitor};
use serde_json::{Value, json};

#[test]
fn a_matter_that_needs_a_name_is_not_taken_from_nobody() {
    let desk = TestDesk::training();
    let tree = desk.call("categories.list", json!({}));
    let mut rows = tree["rows"].as_array().unwrap().iter();
    let named = |row: &&Value| !row["parentId"].is_null() && row["anonymous"] == false;
    let class = rows.find(named).unwrap();
    let told = matter(anonymous(&desk), class);
    desk.refuses(
        "encounters.describe",
        told,
        "anonymous_not_allowed",
        Some("categoryId"),
    );
    let known = start(&desk, "walk_in", visitor(&desk));
    let told = matter(known["id"].as_i64().unwrap(), class);
    let described = desk.call("encounters.describe", told);
    assert_eq!(described["categoryId"], class["id"]);
}

#[test]
fn a_top_category_has_one_letter() {
    let desk = TestDesk::training();
    let mut top = category(&desk)["category"].clone();
    for prefix in ["AB", "7", "咨", ""] {
        top["prefix"] = json!(prefix);
        let new = json!({ "parentId": null, "category": top });
        desk.refuses("categories.add", new, "prefix_shape", Some("prefix"));
    }
}

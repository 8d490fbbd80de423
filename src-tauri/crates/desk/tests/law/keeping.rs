//! What the subjects say they keep, against the schema and the journal.

use super::house::{House, NINE, act};
use super::planted::planted;
use super::tags::tagged;
use desk::VisitorId;
use desk::ground::keeping::{Kind, Table};
use desk::house::institution::acts::SET;
use desk::record::incidents::{self, Scope};
use desk::record::ledger::Period;
use desk::record::requests::{self, NewRequest, Part, Verified, Wish};
use desk::subjects;
use std::collections::BTreeSet;
use vault::args;

fn tables() -> impl Iterator<Item = &'static Table> {
    subjects::keeping().flat_map(|keeps| keeps.tables)
}

/// Every table that refers to a visitor, through however many others.
fn hanging_on_a_visitor(house: &House) -> BTreeSet<String> {
    let sql = "SELECT m.name AS t, f.\"table\" AS refers FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f
               WHERE m.type = 'table'";
    let refers: Vec<(String, String)> = house
        .desk
        .read(&act(), |r| -> desk::Result<_> {
            Ok(r.tx.all(sql, args![], |row| Ok((row.get("t")?, row.get("refers")?)))?)
        })
        .unwrap();
    let mut found = BTreeSet::from(["visitors".to_owned()]);
    loop {
        let more = refers.iter().filter(|(_, to)| found.contains(to));
        let more: BTreeSet<String> = more.map(|(table, _)| table.clone()).collect();
        if more.is_subset(&found) {
            return found;
        }
        found.extend(more);
    }
}

#[test]
fn every_table_with_something_of_a_person_is_kept_by_exactly_one_subject() {
    let house = House::new();
    let mut personal = hanging_on_a_visitor(&house);
    assert!(personal.len() > 20, "{personal:?}");
    let typed = tagged().into_iter();
    personal.extend(typed.filter_map(|name| Some(name.split_once('.')?.0.to_owned())));
    // Names a visitor without a reference, so that the row outlives the record.
    personal.insert("disclosures".to_owned());
    let mut said: Vec<String> = tables().map(|table| table.name.to_owned()).collect();
    said.sort();
    assert_eq!(said, personal.into_iter().collect::<Vec<_>>());
}

#[test]
fn a_table_hangs_on_tables_that_are_said_before_it() {
    let mut before = BTreeSet::from(["visitors"]);
    for table in tables() {
        for (_, on) in table.of {
            assert!(before.contains(on), "{} on {on}", table.name);
        }
        before.insert(table.name);
    }
}

#[test]
fn every_kind_that_is_destroyed_is_said_by_one_subject() {
    let lasts = tables().filter_map(|table| table.lasts);
    let mut kinds: Vec<Kind> = lasts.map(|lasts| lasts.kind).collect();
    kinds.sort();
    assert_eq!(kinds, Kind::DESTROYED);
}

#[test]
fn an_entry_about_any_record_of_a_person_is_shown_to_them_and_counts_in_an_incident() {
    let house = House::new();
    house.furnish();
    house.plant(&planted(41), "2026-11-20");
    let looks = || {
        let read = |r: &desk::Reading<'_>| requests::holdings(r, VisitorId(41));
        let groups = house.desk.read(&act(), read).unwrap();
        let looks = groups.into_iter().find(|group| group.part == Part::LOOKS);
        looks.map_or(0, |group| group.items.len())
    };
    let mut objects = 0;
    for (table, object) in tables().filter_map(|table| Some((table.name, table.object?))) {
        let before = looks();
        house
            .desk
            .write(&act(), |w| {
                let sql = format!("SELECT MAX(id) AS value FROM {table}");
                let id: Option<i64> = w.tx.value(&sql, args![])?;
                w.note(SET, (object, id.unwrap()), "")
            })
            .unwrap();
        assert_eq!(looks(), before + 1, "{table}");
        let scope = Scope {
            period: Period::new(NINE.day(), NINE.day()).unwrap(),
            staff_no: String::new(),
            object: object.code().to_owned(),
        };
        let facts = house.desk.read(&act(), |r| incidents::draft(r, &scope));
        assert_eq!(facts.unwrap().visitors, 1, "{table}");
        objects += 1;
    }
    assert!(objects > 7, "{objects}");
}

#[test]
fn a_number_of_an_erased_person_is_taken_out_of_every_free_text_of_others() {
    let house = House::new();
    house.furnish();
    house.plant(&planted(41), "2026-11-20");
    house.plant(&planted(42), "2026-11-20");
    let texts = || tables().flat_map(|table| table.texts.iter().map(|text| (table.name, *text)));
    let mut told: Vec<String> = texts()
        .map(|(table, text)| format!("UPDATE {table} SET {text} = 'or 13977770041, she says'"))
        .collect();
    assert!(told.len() > 30, "{}", told.len());
    told.push("UPDATE visitors SET phone = '139 7777 0041' WHERE id = 41".into());
    house.run(&told);
    let new = NewRequest {
        visitor: VisitorId(41),
        wish: Wish::Delete,
        words: "please".into(),
        verified: Verified::Document,
        verified_note: String::new(),
    };
    house
        .desk
        .write(&act(), |w| {
            let id = requests::record(w, &new)?;
            requests::erase(w, id, "on request")
        })
        .unwrap();
    assert_eq!(house.stands_in("13977770041"), Vec::<String>::new());
    let left: BTreeSet<String> = house.stands_in("or ****, she says").into_iter().collect();
    let all = texts().map(|(table, text)| format!("{table}.{text}"));
    assert_eq!(left, all.collect());
}

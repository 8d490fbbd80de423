//! Every step of the schema: a file that stopped there comes up to today with its
//! rows, a copy of it is made first, and an older program refuses today's file.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests"
)]

use desk::MIGRATIONS;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use vault::{Entropy, Entry, Error, Folder, NewVault, Vault, args};

const PASSWORD: &str = "heron-lamp-4471-quay";

/// Rows of the first step, one in each of the tables that later steps hang on.
const ROWS: &[&str] = &[
    "INSERT INTO institution (id, name, address, phone, training, idle_seconds) VALUES (1, '青禾', '', '', 0, 300)",
    "INSERT INTO staff (no, name, role, active, must_change, added_at) VALUES ('1001', '李敏', 'administrator', 1, 0, 5)",
    "INSERT INTO visitors (name, phone, phone_2, id_kind, id_number, address, note, name_key, pinyin_key, initial_key, digit_key, registered_at, registered_by, changed_at, seen_at)
     VALUES ('王芳', '13812345678', '', 'none', '', '', '听力不好', '王芳', ' wangfang ', ' wf ', ' 13812345678 ', 5, 1, 5, 5)",
    "INSERT INTO operations (op_id, command, answer, actor, at) VALUES ('o', 'visitors.register', '{}', 1, 5)",
    "INSERT INTO special_groups (code, name_zh, name_en, lifts, escort) VALUES ('veteran', '', '', 'urgent', 0)",
    "INSERT INTO special_groups (code, name_zh, name_en, lifts, escort) VALUES ('elderly', '', '', 'urgent', 0)",
    "INSERT INTO drafts (staff_id, key, body, saved_at) VALUES (1, 'visit', '{}', 5)",
];

/// What every file of a step before says of what was done under an id: that it is used.
const USED: &str = "o visitors.register {} ";

/// The step that writes down in which order groups were put in.
const GROUPS_KNOW_THEIR_PLACE: usize = 11;

struct Dice(AtomicU64);

impl Entropy for Dice {
    fn fill(&self, bytes: &mut [u8]) {
        for byte in bytes {
            let n = self.0.fetch_add(1, Ordering::Relaxed);
            *byte = (n.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as u8;
        }
    }
}

fn folder(name: &str) -> (PathBuf, Arc<Folder>) {
    let path = std::env::temp_dir().join(format!("migrations-{name}-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&path);
    let folder = Arc::new(Folder::own(&path).unwrap());
    (path, folder)
}

/// A file at that step, with the rows of the first.
fn stopped_at(step: usize, folder: &Arc<Folder>) {
    let new = NewVault {
        label: "青禾",
        training: false,
        account: "1001",
        password: PASSWORD,
        cost: vault::Cost::FLOOR,
    };
    let dice = Dice(AtomicU64::new(step as u64 * 1000));
    let (vault, _) = Vault::create(folder, &new, &MIGRATIONS[..step], 5, &dice).unwrap();
    vault
        .write::<_, Error>(|tx| {
            for sql in ROWS {
                tx.execute(sql, args![])?;
            }
            tx.note(&Entry {
                at: 5,
                actor: 1,
                role: "administrator",
                action: "visitors.register",
                object: "visitor",
                object_id: 1,
                detail: "",
                reason: "",
            })
        })
        .unwrap();
}

/// The text of every table, index and trigger.
fn schema(vault: &Vault) -> Vec<String> {
    vault
        .read::<_, Error>(|tx| {
            tx.all(
                "SELECT name || ' ' || coalesce(sql, '') AS text FROM sqlite_master ORDER BY name",
                args![],
                |row| row.get("text"),
            )
        })
        .unwrap()
}

#[test]
fn a_file_of_every_step_comes_up_to_today_with_its_rows() {
    let (fresh_path, fresh_folder) = folder("fresh");
    stopped_at(MIGRATIONS.len(), &fresh_folder);
    let fresh = Vault::unlock(&fresh_folder, "1001", PASSWORD, &MIGRATIONS, 9).unwrap();
    assert!(
        vault::list(&fresh_folder.backups()).is_empty(),
        "nothing to copy before nothing"
    );
    for step in 1..MIGRATIONS.len() {
        let (path, folder) = folder(&format!("from-{step}"));
        stopped_at(step, &folder);
        let vault = Vault::unlock(&folder, "1001", PASSWORD, &MIGRATIONS, 9).unwrap();
        assert_eq!(schema(&vault), schema(&fresh), "from step {step}");
        assert_eq!(vault.alarm(), None);
        let row: String = vault
            .read::<_, Error>(|tx| {
                tx.value(
                    "SELECT v.name || v.note || s.name || d.body AS value
                     FROM visitors v JOIN staff s ON s.id = v.registered_by JOIN drafts d ON d.staff_id = s.id",
                    args![],
                )
            })
            .unwrap()
            .unwrap();
        assert_eq!(row, "王芳听力不好李敏{}", "from step {step}");
        if step < GROUPS_KNOW_THEIR_PLACE {
            let groups: Vec<String> = vault
                .read::<_, Error>(|tx| {
                    let sql =
                        "SELECT code || position AS text FROM special_groups ORDER BY position";
                    tx.all(sql, args![], |row| row.get("text"))
                })
                .unwrap();
            assert_eq!(groups, ["veteran1", "elderly2"], "from step {step}");
        }
        let operation: Option<String> = vault
            .read::<_, Error>(|tx| {
                let sql = "SELECT op_id || ' ' || command || ' ' || answer || ' ' || input AS value FROM operations";
                tx.value(sql, args![])
            })
            .unwrap();
        assert_eq!(operation.as_deref(), Some(USED), "from step {step}");
        let copies = vault::list(&folder.backups());
        assert_eq!(copies.len(), 1, "from step {step}");
        assert_eq!(copies[0].manifest.schema, step as i64);
        let archive = vault::Archive::read(&copies[0].path).unwrap();
        archive
            .verify(&vault.unsealed(), &folder, &|_, _, _| {})
            .unwrap();
        drop(vault);
        let older = Vault::unlock(&folder, "1001", PASSWORD, &MIGRATIONS[..step], 9);
        assert!(
            matches!(older, Err(Error::Newer)),
            "step {step} opens what is newer"
        );
        std::fs::remove_dir_all(path).unwrap();
    }
    drop(fresh);
    std::fs::remove_dir_all(fresh_path).unwrap();
}

/// One booking that came a long way, and one of which the journal tells nothing.
const BOOKINGS: &str = "INSERT INTO bookings (id, visitor_id, day, starts, ends, arrive_by, title_zh, title_en, price, needs, note, state,
         reason, read_back_at, booked_at, booked_by, checked_in_at, state_at, state_by)
     VALUES (1, 1, '2026-11-24', 480, 500, 470, '', '', 0, '', '', 'completed', '', 10, 10, 1, 30, 40, 1),
            (2, 1, '2026-11-24', 480, 500, 470, '', '', 0, '', '', 'no_show', '', 11, 11, 1, NULL, 50, 1)";

#[test]
fn a_booking_of_before_has_the_steps_that_the_journal_tells() {
    let step = MIGRATIONS
        .iter()
        .position(|step| step.name == "closed days");
    let (path, folder) = folder("steps");
    stopped_at(step.unwrap(), &folder);
    let steps = &MIGRATIONS[..step.unwrap()];
    let vault = Vault::unlock(&folder, "1001", PASSWORD, steps, 9).unwrap();
    vault
        .write::<_, Error>(|tx| {
            tx.execute(BOOKINGS, args![])?;
            for (at, action, detail) in [
                (10, "bookings.book", "item 1"),
                (20, "bookings.check_in", "checked_in"),
                (25, "bookings.undo_check_in", "booked"),
                (30, "bookings.check_in", "checked_in"),
                (40, "bookings.complete", "completed"),
            ] {
                tx.note(&Entry {
                    at,
                    actor: 1,
                    role: "administrator",
                    action,
                    object: "booking",
                    object_id: 1,
                    detail,
                    reason: "",
                })?;
            }
            Ok(())
        })
        .unwrap();
    drop(vault);
    let vault = Vault::unlock(&folder, "1001", PASSWORD, &MIGRATIONS, 9).unwrap();
    let told: Vec<String> = vault
        .read::<_, Error>(|tx| {
            let sql = "SELECT booking_id || ' ' || state || ' ' || at || ' ' || by AS text FROM booking_steps ORDER BY booking_id, id";
            tx.all(sql, args![], |row| row.get("text"))
        })
        .unwrap();
    assert_eq!(
        told,
        [
            "1 booked 10 1",
            "1 checked_in 20 1",
            "1 booked 25 1",
            "1 checked_in 30 1",
            "1 completed 40 1",
            "2 booked 11 1",
            "2 no_show 50 1",
        ]
    );
    drop(vault);
    std::fs::remove_dir_all(path).unwrap();
}

/// The step before documents and names got one key for every spelling.
const SPELLED: &str = "typed";

#[test]
fn documents_and_names_of_before_are_found_in_any_spelling() {
    let (path, folder) = folder("spelled");
    let step = MIGRATIONS.iter().position(|step| step.name == SPELLED);
    stopped_at(step.unwrap(), &folder);
    let before = Vault::unlock(&folder, "1001", PASSWORD, &MIGRATIONS[..step.unwrap()], 9).unwrap();
    let people = [
        ("E1234 5678", "E12345678", "o'brien", "obrien"),
        ("Ｅ１２３４５６７９", "E12345679", "o’brien", "obrien"),
        (
            "\u{feff}G-9876\u{200b}5432",
            "G98765432",
            "阿依古丽⋅买买提",
            "阿依古丽买买提",
        ),
        ("11010519491231002X", "11010519491231002X", "王芳", "王芳"),
    ];
    before
        .write::<_, Error>(|tx| {
            for (number, _, name, _) in people {
                tx.execute(
                    "INSERT INTO visitors (name, phone, phone_2, id_kind, id_number, address, note, name_key, pinyin_key, initial_key, digit_key, registered_at, registered_by, changed_at, seen_at)
                     VALUES ('', '', '', 'passport', ?1, '', '', ?2, '', '', '', 5, 1, 5, 5)",
                    args![number, name],
                )?;
            }
            tx.is_only_a_draft();
            Ok(())
        })
        .unwrap();
    drop(before);
    let vault = Vault::unlock(&folder, "1001", PASSWORD, &MIGRATIONS, 9).unwrap();
    let keys: Vec<(String, String)> = vault
        .read::<_, Error>(|tx| {
            let sql = "SELECT id_key, name_key FROM visitors WHERE id_number <> '' ORDER BY id";
            tx.all(sql, args![], |row| {
                Ok((row.get("id_key")?, row.get("name_key")?))
            })
        })
        .unwrap();
    let wanted = people.map(|(_, key, _, name)| (key.to_owned(), name.to_owned()));
    assert_eq!(keys, wanted);
    drop(vault);
    std::fs::remove_dir_all(path).unwrap();
}

#[test]
fn steps_are_numbered_from_one_without_gaps() {
    for (index, step) in MIGRATIONS.iter().enumerate() {
        assert_eq!(step.number, index as i64 + 1, "{}", step.name);
    }
}

//! What the sources themselves must keep to: no clock and no chance below the shell,
//! SQL in its files, words where words live, files that can be read in one sitting.

use proofs::sources::{files, is_test, running};

const BELOW: &[&str] = &[
    "src-tauri/crates/vault",
    "src-tauri/crates/desk",
    "src-tauri/crates/paper",
    "src-tauri/crates/api",
];

#[test]
fn there_is_no_clock_and_no_chance_below_the_shell() {
    let asks = [
        "SystemTime::now",
        "Utc::now",
        "Local::now",
        "Instant::now",
        "rand::",
        "thread_rng",
        "OsRng",
        "getrandom",
        "now_v7",
        "new_v4",
    ];
    for (name, text) in files(BELOW, &[".rs"])
        .iter()
        .filter(|(name, text)| !is_test(name, text))
    {
        for (line, code) in running(text) {
            let found = asks.iter().find(|ask| code.contains(**ask));
            assert!(found.is_none(), "{name}:{line} asks the machine: {found:?}");
        }
    }
}

/// The two machines that programs run on.
const ASK_THE_WALL: [&str; 2] = [
    "src-tauri/src/machine.rs",
    "src-tauri/crates/deskctl/src/machine.rs",
];

#[test]
fn nobody_but_the_programs_themselves_looks_at_the_clock_on_the_wall() {
    let asks = ["SystemTime", "Utc", "Local"].map(|clock| format!("{clock}::now()"));
    for (name, text) in files(&["src-tauri", "tests", "xtask"], &[".rs"]) {
        let found = asks.iter().find(|ask| text.contains(ask.as_str()));
        assert!(
            found.is_none() || ASK_THE_WALL.contains(&name.as_str()),
            "{name} hangs on the hour it runs at: {found:?}"
        );
    }
}

#[test]
fn sql_stands_in_the_store_files_and_the_vault_only() {
    let verbs = [
        "SELECT ",
        "INSERT INTO",
        "UPDATE ",
        "DELETE FROM",
        "PRAGMA ",
        "CREATE TABLE",
    ];
    for (name, text) in files(&BELOW[1..], &[".rs"])
        .iter()
        .filter(|(name, text)| !is_test(name, text))
    {
        let store = name.ends_with("/store.rs") || name.contains("/store/");
        for (line, code) in running(text).filter(|_| !store) {
            let found = verbs
                .iter()
                .find(|verb| code.contains(&format!("\"{verb}")));
            assert!(found.is_none(), "{name}:{line} holds SQL: {found:?}");
        }
    }
}

#[test]
fn the_desk_and_the_vault_have_no_words_for_people() {
    // Data, not sentences: readings of surnames, common passwords, words that are recognised.
    let data = [
        "names/surnames.rs",
        "staff/strength.rs",
        "assessments/line.rs",
        "categories/suggest.rs",
        "mask/free_text/accounts.rs",
        "mask/free_text/forms.rs",
        "visitors/oneself.rs",
    ];
    let han = |c: char| matches!(u32::from(c), 0x3400..=0x9FFF | 0x2_0000..=0x3_FFFF);
    for (name, text) in files(&BELOW[..2], &[".rs"])
        .iter()
        .filter(|(name, text)| !is_test(name, text))
    {
        if data.iter().any(|file| name.ends_with(file)) {
            continue;
        }
        for (line, code) in running(text) {
            let code = code.split(" //").next().unwrap_or(code);
            assert!(
                !code.contains(han),
                "{name}:{line} says something to a person: {code}"
            );
        }
    }
}

#[test]
fn every_file_can_be_read_in_one_sitting() {
    let long = |below: &[&str], ends: &[&str], most: usize| {
        let files = files(below, ends);
        let long = files
            .iter()
            .map(|(name, text)| (name.clone(), text.lines().count()))
            .filter(|(name, lines)| *lines > most && !name.ends_with("generated.ts"));
        long.collect::<Vec<_>>()
    };
    let rust = long(&["src-tauri", "tests", "xtask"], &[".rs"], 450);
    let ui = long(&["ui/src", "ui/test"], &[".ts", ".vue"], 330);
    assert!(
        rust.is_empty() && ui.is_empty(),
        "too long: {rust:?} {ui:?}"
    );
}

#[test]
fn only_one_folder_of_the_window_knows_the_shell() {
    for (name, text) in files(&["ui/src"], &[".ts", ".vue"]) {
        let knows = text.contains("@tauri-apps") || text.contains("ipc/generated");
        assert!(
            !knows || name.starts_with("ui/src/ipc/"),
            "{name} reaches past ui/src/ipc"
        );
    }
}

/// The wings of the window, low to high: what stands in one knows nothing of the later ones.
const WINGS: &[&str] = &[
    "house",
    "people",
    "reception",
    "advice",
    "booking",
    "quality",
    "record",
];

/// Files of features and words with their place: wing, then subject.
fn of_subjects() -> Vec<(String, String, usize, String)> {
    let below = ["ui/src/features/", "ui/src/i18n/zh/", "ui/src/i18n/en/"];
    let all = files(&below, &[".ts", ".vue"]);
    let placed = all.into_iter().filter_map(|(name, text)| {
        let folder = below.iter().find(|folder| name.starts_with(**folder))?;
        let inside = name[folder.len()..].to_owned();
        let parts: Vec<&str> = inside.split('/').collect();
        // The frame's own words lie beside the wings.
        if parts.len() == 1 && folder.contains("i18n") {
            return None;
        }
        let depth = if folder.contains("i18n") { 2 } else { 3 };
        assert_eq!(parts.len(), depth, "{name}: <wing>/<subject>, no deeper");
        let wing = WINGS.iter().position(|wing| *wing == parts[0]);
        let wing = wing.unwrap_or_else(|| panic!("{name} stands in no wing"));
        let subject = parts[1].trim_end_matches(".ts").to_owned();
        Some((name, text, wing, subject))
    });
    placed.collect()
}

#[test]
fn a_feature_of_the_window_never_imports_another() {
    for (name, text, ..) in of_subjects() {
        let own = name.strip_prefix("ui/src/features/");
        for line in text.lines().filter(|line| line.contains("from \"")) {
            let from = line.rsplit("from \"").next().unwrap_or_default();
            let from = from.trim_end_matches([';', '"', ' ']);
            let other = match own {
                Some(_) => from.contains("features/") || from.starts_with("../"),
                // English names the file whose shape it fits; no other words.
                None => {
                    let shape = name.replace("/en/", "/zh/");
                    let shape = shape.trim_start_matches("ui/src/i18n/");
                    from.starts_with("./")
                        || WINGS.iter().any(|wing| from.contains(&format!("/{wing}/")))
                            && !from.ends_with(shape.trim_end_matches(".ts"))
                }
            };
            assert!(!other, "{name} imports {from}");
        }
    }
}

#[test]
fn no_wing_of_the_window_knows_a_later_one() {
    let all = of_subjects();
    for (name, text, wing, _) in &all {
        for (_, _, _, later) in all.iter().filter(|(_, _, of, _)| of > wing) {
            // Words and commands begin with their subject.
            let known = ['"', '\'', '`'].map(|quote| format!("{quote}{later}."));
            let found = known.iter().find(|known| text.contains(known.as_str()));
            assert!(found.is_none(), "{name} knows {later}, of a later wing");
        }
    }
}

//! One vocabulary: the words of a closed set stand in `paper/words/<wing>/<subject>.toml`
//! and nowhere a second time, neither in the window's dictionaries nor on paper.

use proofs::sources::{files, root, running};
use std::collections::BTreeMap;

/// Set → code → word.
type Sets = BTreeMap<String, BTreeMap<String, String>>;

/// Names of columns, parts and things: a form, a table or a search says them of itself.
const LABELS: &[&str] = &[
    "HeldField",
    "HeldPart",
    "JournalObject",
    "LedgerChange",
    "ListColumn",
    "ListTitle",
    "Why",
];

/// The words of a language, as they reach the window.
pub(super) fn sets(language: &str) -> Sets {
    let file = root().join("ui/src/ipc/words.generated.ts");
    let text = std::fs::read_to_string(file).unwrap();
    let part = text
        .split("\nexport const ")
        .find_map(|part| part.strip_prefix(language));
    let mut sets = Sets::new();
    let mut name = String::new();
    for line in part.unwrap().lines().map(str::trim) {
        if let Some(set) = line.strip_suffix(": {") {
            set.clone_into(&mut name);
        } else if let Some((code, word)) = line.split_once("\": \"") {
            let word = word.trim_end_matches("\",").to_owned();
            let set = sets.entry(name.clone()).or_default();
            set.insert(code.trim_start_matches('"').to_owned(), word);
        }
    }
    sets.retain(|name, _| !LABELS.contains(&name.as_str()));
    assert!(sets.len() > 40, "{:?}", sets.keys());
    sets
}

/// The name that a text ends with.
fn name(before: &str) -> &str {
    let mut names = before.rsplit(|c: char| !c.is_alphanumeric() && c != '_');
    names.next().unwrap_or_default()
}

/// Objects without objects in them: the name, then key and text of each entry.
fn objects(text: &str) -> Vec<(&str, Vec<(&str, &str)>)> {
    let begins = text.match_indices(" {").filter_map(|(at, _)| {
        let before = text[..at].trim_end_matches([':', '=']).trim_end();
        let opens = text[..at].ends_with([':', '=']);
        opens.then(|| (name(before), &text[at + 2..]))
    });
    begins
        .map(|(own, rest)| {
            let body = rest.split('}').next().unwrap_or_default();
            let entries = body.match_indices(": \"").map(|(at, _)| {
                let said = body[at + 3..].split('"').next().unwrap_or_default();
                (name(body[..at].trim_end_matches('"')), said)
            });
            (own, entries.collect())
        })
        .collect()
}

/// The set that an object of a dictionary says a second time.
fn again<'s>(name: &str, entries: &[(&str, &str)], sets: &'s Sets) -> Option<&'s str> {
    // A sentence about a code is no word for it.
    if name.ends_with("Text") || name.ends_with("Texts") || entries.len() < 2 {
        return None;
    }
    let found = sets.iter().find(|(_, words)| {
        let codes = entries.iter().all(|(key, _)| words.contains_key(*key));
        let same = entries.iter().filter(|(key, said)| {
            let word = words.get(*key);
            word.is_some_and(|word| word.eq_ignore_ascii_case(said))
        });
        codes || same.count() * 2 > entries.len()
    });
    found.map(|(set, _)| set.as_str())
}

/// The set of which a source on paper says two codes.
fn on_paper<'s>(text: &str, sets: &'s Sets) -> Option<&'s str> {
    let code: String = running(text).map(|(_, line)| line).collect();
    let texts: Vec<&str> = code.split('"').skip(1).step_by(2).collect();
    let found = sets.iter().find(|(_, words)| {
        let said = words.iter().filter(|(code, word)| {
            let mut places = texts.windows(2).chain(texts.windows(3));
            places.any(|near| near[0] == *code && near[near.len() - 1] == *word)
        });
        said.count() > 1
    });
    found.map(|(set, _)| set.as_str())
}

#[test]
fn no_dictionary_of_the_window_says_a_closed_set_again() {
    for language in ["zh", "en"] {
        let sets = sets(language);
        let below = format!("ui/src/i18n/{language}");
        for (file, text) in files(&[&below], &[".ts"]) {
            for (name, entries) in objects(&text) {
                let set = again(name, &entries, &sets);
                assert_eq!(set, None, "{file}: {name} is said in sets already");
            }
        }
    }
}

#[test]
fn no_paper_says_a_closed_set_again() {
    let sets = sets("zh");
    for (file, text) in files(&["src-tauri/crates/paper/src"], &[".rs"]) {
        assert_eq!(on_paper(&text, &sets), None, "{file}");
    }
}

#[test]
fn what_says_a_set_again_is_found() {
    let sets = sets("zh");
    let found = |text: &str| {
        let objects = objects(text).into_iter();
        objects.fold(None, |found, (name, entries)| {
            found.or(again(name, &entries, &sets))
        })
    };
    let same = "export default {\n  urgencies: { immediate: \"紧急\", urgent: \"较急\", x: \"其他\" },\n};";
    assert_eq!(found(same), Some("Urgency"));
    let other =
        "export default {\n  sexes: {\n    female: \"女士\",\n    male: \"男士\",\n  },\n};";
    assert_eq!(found(other), Some("Sex"));
    let own = "export default {\n  roleText: { supervisor: \"主管\", administrator: \"管理员\" },\n  days: { one: \"一\", two: \"二\" },\n};";
    assert_eq!(found(own), None);
    let paper = "const A: [(&str, &str); 2] = [(\"female\", \"女\"), (\"male\", \"男\")];";
    assert_eq!(on_paper(paper, &sets), Some("Sex"));
    let arms = "match code {\n    \"female\" => language.pick(\"女\", \"Female\"),\n    \"male\" => language.pick(\"男\", \"Male\"),\n}";
    assert_eq!(on_paper(arms, &sets), Some("Sex"));
    assert_eq!(on_paper("let heads = (\"female\", \"性别\");", &sets), None);
}

#[test]
fn words_lie_in_the_wings() {
    for (file, _) in files(&["src-tauri/crates/paper/words"], &[".toml"]) {
        let place = file.trim_start_matches("src-tauri/crates/paper/words/");
        let wing = place.split_once('/').map(|(wing, _)| wing);
        let known = wing.map(|wing| root().join("src-tauri/crates/desk/src").join(wing));
        assert!(known.is_some_and(|wing| wing.is_dir()), "{file}");
    }
}

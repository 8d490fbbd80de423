//! Brings the words of every subject together while this crate is built: each subject has
//! its own in `words/<wing>/<subject>.toml`, so that none writes into the file of another.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Set → code → Chinese and English.
pub type Sets = BTreeMap<String, BTreeMap<String, (String, String)>>;

/// All words of some files, given as name and text.
///
/// # Errors
/// A sentence that names the file and the code: unreadable, a code twice, a language missing.
pub fn gather(files: &[(String, String)]) -> Result<Sets, String> {
    let mut sets = Sets::new();
    let mut homes: BTreeMap<(String, String), &str> = BTreeMap::new();
    for (file, text) in files {
        let table: toml::Table = text.parse().map_err(|e| format!("{file}: {e}"))?;
        for (set, words) in &table {
            let words = words.as_table();
            let words = words.ok_or_else(|| format!("{file}: {set} is no set of words"))?;
            for (code, word) in words {
                let pair = pair(word).map_err(|wrong| format!("{file}: {set} {code} {wrong}"))?;
                if let Some(other) = homes.insert((set.clone(), code.clone()), file) {
                    return Err(format!(
                        "{file}: {set} {code} has its words in {other} already"
                    ));
                }
                sets.entry(set.clone())
                    .or_default()
                    .insert(code.clone(), pair);
            }
        }
    }
    Ok(sets)
}

fn pair(word: &toml::Value) -> Result<(String, String), &'static str> {
    let both: Option<Vec<&str>> = word
        .as_array()
        .and_then(|both| both.iter().map(toml::Value::as_str).collect());
    match both.as_deref() {
        Some([zh, en]) if !zh.trim().is_empty() && !en.trim().is_empty() => {
            let ascii = en.is_ascii().then(|| ((*zh).to_owned(), (*en).to_owned()));
            ascii.ok_or("has a character in its English word that is not ASCII")
        }
        _ => Err("needs its Chinese and its English word"),
    }
}

/// The sets as Rust: a constant each (`BookingState` → `BOOKING_STATE`) and the list of them.
pub fn rust(sets: &Sets) -> String {
    let mut text = String::new();
    let mut all = String::new();
    for (name, words) in sets {
        let mut constant = String::new();
        for letter in name.chars() {
            if letter.is_uppercase() && !constant.is_empty() {
                constant.push('_');
            }
            constant.extend(letter.to_uppercase());
        }
        let _ = writeln!(
            text,
            "pub(crate) const {constant}: Set = Set {{ name: {name:?}, words: &["
        );
        for (code, (zh, en)) in words {
            let _ = writeln!(text, "    ({code:?}, {zh:?}, {en:?}),");
        }
        text.push_str("] };\n");
        let _ = write!(all, "&{constant}, ");
    }
    let _ = writeln!(
        text,
        "/// All of them.\npub const SETS: &[&Set] = &[{all}];"
    );
    text
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn told(files: &[(&str, &str)]) -> Result<Sets, String> {
        let owned = |(name, text): &(&str, &str)| ((*name).to_owned(), (*text).to_owned());
        gather(&files.iter().map(owned).collect::<Vec<_>>())
    }

    const VISITS: (&str, &str) = ("a.toml", "[Act]\n\"visits.end\" = [\"结束\", \"Ended\"]\n");

    #[test]
    fn subjects_bring_their_words_to_one_set() {
        let other = ("b.toml", "[Act]\nbook = [\"预约\", \"Booked\"]\n");
        let sets = told(&[VISITS, other]).unwrap();
        let codes: Vec<&String> = sets.get("Act").unwrap().keys().collect();
        assert_eq!(codes, ["book", "visits.end"]);
        let rust = rust(&sets);
        assert!(
            rust.contains("(\"visits.end\", \"结束\", \"Ended\")"),
            "{rust}"
        );
    }

    #[test]
    fn a_constant_is_called_as_its_set() {
        let sets = told(&[(
            "a.toml",
            "[BookingState]\nbooked = [\"已预约\", \"Booked\"]",
        )]);
        assert!(rust(&sets.unwrap()).contains("const BOOKING_STATE: Set"));
    }

    #[test]
    fn what_is_wrong_is_said_with_its_file_and_code() {
        let again = ("b.toml", VISITS.1);
        assert_eq!(
            told(&[VISITS, again]).unwrap_err(),
            "b.toml: Act visits.end has its words in a.toml already"
        );
        let twice = format!("{}{}", VISITS.1, "\"visits.end\" = [\"完\", \"Over\"]\n");
        let wrong = told(&[("a.toml", &twice)]).unwrap_err();
        assert!(wrong.contains("a.toml") && wrong.contains("visits.end"));
        let missing = "a.toml: Act end needs its Chinese and its English word";
        for word in ["[\"结束\"]", "[\"结束\", \"\"]", "\"结束\""] {
            let wrong = told(&[("a.toml", &format!("[Act]\nend = {word}"))]);
            assert_eq!(wrong.unwrap_err(), missing);
        }
        assert_eq!(
            told(&[("a.toml", "[Act]\nend = [\"结束\", \"终\"]")]).unwrap_err(),
            "a.toml: Act end has a character in its English word that is not ASCII"
        );
        assert_eq!(
            told(&[("a.toml", "end = 1")]).unwrap_err(),
            "a.toml: end is no set of words"
        );
    }
}

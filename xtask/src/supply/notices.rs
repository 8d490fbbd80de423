//! The list of other people's work in the program and the licences it is under, gathered from
//! the sources themselves for the page that shows them.

use super::made_of::{self, From, Part};
use super::{read, write as write_file};
use crate::place;
use crate::steps::{Outcome, Steps};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// How files begin that say under which terms something may be used.
const NAMES: [&str; 6] = [
    "LICENSE",
    "LICENCE",
    "COPYING",
    "COPYRIGHT",
    "NOTICE",
    "UNLICENSE",
];

/// Where the C sources inside of crates keep theirs.
const INSIDE: [&str; 2] = ["openssl", "sqlcipher"];

/// Writes both files the page reads: the list, and the texts it loads when one is opened.
pub fn write(steps: &mut Steps) -> Outcome {
    steps.step("whose work is in it", || {
        let (list, texts) = gathered(&made_of::program()?)?;
        write_file(&folder().join(LIST), &pretty(&list)?)?;
        write_file(&folder().join(TEXTS), &pretty(&texts)?)
    })
}

const LIST: &str = "third-party-list.json";
const TEXTS: &str = "third-party-texts.json";

fn folder() -> PathBuf {
    place::root().join("ui/src/third-party")
}

/// A text stands once, however many parts are under it. What lies inside of a crate has a row
/// of its own, since it is known by that name.
fn gathered(parts: &[Part]) -> Outcome<(Value, Value)> {
    let mut texts: BTreeMap<String, usize> = BTreeMap::new();
    let mut rows = Vec::new();
    let inside = made_of::inside(parts)?;
    for part in parts.iter().filter(|part| part.from != From::House) {
        let mut own = texts_of(part)?;
        if own.is_empty() {
            own.push(usual_text(part)?);
        }
        let mut at: Vec<usize> = Vec::new();
        for text in own {
            let next = texts.len();
            at.push(*texts.entry(text).or_insert(next));
        }
        at.dedup();
        let from = if part.from == From::Npm {
            "npm"
        } else {
            "crates.io"
        };
        for one in inside.iter().filter(|one| one.within == part.key()) {
            rows.push(row(&part.name, one.name, &one.version, one.licence, &at));
        }
        rows.push(row(from, &part.name, &part.version, &part.licence, &at));
    }
    rows.sort_by_key(|row| row["name"].as_str().map(str::to_lowercase));
    let mut in_order: Vec<(String, usize)> = texts.into_iter().collect();
    in_order.sort_by_key(|(_, at)| *at);
    let texts = in_order.into_iter().map(|(text, _)| Value::from(text));
    Ok((rows.into(), texts.collect()))
}

fn row(from: &str, name: &str, version: &str, licence: &str, texts: &[usize]) -> Value {
    json!({
        "from": from,
        "name": name,
        "version": version,
        "licence": licence,
        "texts": texts,
    })
}

fn pretty(value: &Value) -> Outcome<String> {
    let text = serde_json::to_string_pretty(value).map_err(|error| error.to_string())?;
    Ok(text + "\n")
}

/// The files beside its manifest, and beside the C sources in it.
fn texts_of(part: &Part) -> Outcome<Vec<String>> {
    let mut files = Vec::new();
    let inside = INSIDE.iter().map(|name| part.folder.join(name));
    for folder in [part.folder.clone()].into_iter().chain(inside) {
        files.extend(notices_in(&folder));
    }
    if part.name == made_of::FONTS {
        // The other one is that of the package around them.
        files.retain(|file| file.ends_with("LICENSE_FONT"));
    }
    files.iter().map(|file| Ok(tidy(&read(file)?))).collect()
}

fn notices_in(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().to_uppercase();
        if !NAMES.iter().any(|start| name.starts_with(start)) {
            continue;
        }
        if path.is_dir() {
            // A folder LICENSES: every file in it.
            let inside = std::fs::read_dir(&path).into_iter().flatten().flatten();
            found.extend(
                inside
                    .map(|entry| entry.path())
                    .filter(|path| path.is_file()),
            );
        } else if !name.ends_with(".SPDX") && !name.ends_with(".RS") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// For what comes without a text: the usual one of its licence. Where there is a choice, the
/// one that names nobody, so that no name has to be guessed.
fn usual_text(part: &Part) -> Outcome<String> {
    let none = || format!("{}: no text for the licence {}", part.key(), part.licence);
    let expression = spdx::Expression::parse(&part.licence).map_err(|error| error.to_string())?;
    let apache = expression.evaluate(|one| one.license.id() == spdx::license_id("Apache-2.0"));
    let ids: Vec<_> = if apache {
        spdx::license_id("Apache-2.0").into_iter().collect()
    } else {
        let wanted = expression.requirements();
        wanted.filter_map(|one| one.req.license.id()).collect()
    };
    if ids.is_empty() {
        return Err(none());
    }
    let mut authors: Vec<&str> = part
        .authors
        .iter()
        .map(|who| without_address(who))
        .collect();
    if authors.is_empty() {
        authors.push("its authors");
    }
    let authors = authors.join(", ");
    let texts = ids.iter().map(|id| {
        tidy(id.text())
            .replace("<year> ", "")
            .replace("<copyright holders>", &authors)
            .replace("<owner>", &authors)
    });
    Ok(texts.collect::<Vec<_>>().join("\n\n"))
}

fn without_address(who: &str) -> &str {
    who.split('<').next().unwrap_or(who).trim()
}

/// The same text from two systems is the same text.
fn tidy(text: &str) -> String {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::parsed;
    use super::*;

    fn part(licence: &str, folder: &Path) -> Part {
        Part {
            from: From::Crates,
            name: "one".to_owned(),
            version: "1.0.0".to_owned(),
            licence: licence.to_owned(),
            authors: vec!["Ada <ada@example.org>".to_owned()],
            folder: folder.to_owned(),
            hash: None,
            needs: [].into(),
        }
    }

    #[test]
    fn what_comes_without_a_text_gets_the_usual_one_of_its_licence() -> Outcome<()> {
        let nowhere = Path::new("/nowhere");
        let mit = usual_text(&part("MIT", nowhere))?;
        assert!(mit.contains("Copyright (c) Ada\n"), "{mit}");
        let either = usual_text(&part("MIT OR Apache-2.0", nowhere))?;
        assert!(either.contains("Apache License") && !either.contains("Ada"));
        let both = usual_text(&part("MIT AND ISC", nowhere))?;
        assert!(both.contains("MIT License") && both.contains("ISC"));
        Ok(())
    }

    #[test]
    fn line_ends_and_marks_make_no_other_text() {
        assert_eq!(tidy("\u{feff}\n\n  A \r\nB\n\n"), "  A\nB");
    }

    #[test]
    fn every_part_of_the_program_has_a_text_and_the_c_sources_have_theirs() -> Outcome<()> {
        let parts = made_of::program()?;
        let (list, texts) = gathered(&parts)?;
        let rows = list.as_array().map(Vec::as_slice).unwrap_or_default();
        let others = parts.iter().filter(|part| part.from != From::House);
        assert_eq!(rows.len(), others.count() + made_of::inside(&parts)?.len());
        let said = |name: &str| -> String {
            let row = rows.iter().find(|row| row["name"] == name);
            let at = row.and_then(|row| row["texts"].as_array());
            let at = at.into_iter().flatten().filter_map(Value::as_u64);
            at.filter_map(|at| texts[usize::try_from(at).unwrap_or(usize::MAX)].as_str())
                .collect()
        };
        for row in rows {
            let name = row["name"].as_str().unwrap_or_default();
            assert!(said(name).len() > 200, "{name}: {}", said(name));
        }
        assert!(said("sqlcipher-src").contains("ZETETIC"));
        assert!(said("SQLite") == said("sqlcipher-src"));
        assert!(said("OpenSSL").contains("Apache License"));
        assert!(said(made_of::FONTS).contains("SIL OPEN FONT LICENSE"));
        Ok(())
    }

    /// `cargo xtask test` writes them before it builds the page.
    #[test]
    fn the_page_shows_what_the_lock_files_say_today() -> Outcome<()> {
        let shown = folder().join(LIST);
        if !shown.is_file() {
            assert!(std::env::var_os("CI").is_none(), "{}", shown.display());
            println!("the list is not written yet: left out");
            return Ok(());
        }
        let (list, texts) = gathered(&made_of::program()?)?;
        assert!(
            parsed(&shown)? == list && parsed(&folder().join(TEXTS))? == texts,
            "stale: cargo xtask run, test or package writes it anew"
        );
        Ok(())
    }
}

//! The sources of the house, as the proofs read them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what tests are built of"
)]

use std::path::{Path, PathBuf};

/// The checkout.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .canonicalize()
        .unwrap()
}

fn walk(folder: &Path, ends: &[&str], found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            if !matches!(
                name.as_str(),
                "target" | "node_modules" | "dist" | "gen" | ".git"
            ) {
                walk(&path, ends, found);
            }
        } else if ends.iter().any(|end| name.ends_with(end)) {
            found.push(path);
        }
    }
}

/// Name and text of every file below some folders whose name ends so.
pub fn files(below: &[&str], ends: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for folder in below {
        walk(&root().join(folder), ends, &mut found);
    }
    assert!(!found.is_empty(), "nothing below {below:?}");
    found
        .into_iter()
        .map(|path| {
            let text = std::fs::read_to_string(&path).unwrap();
            let name = path
                .strip_prefix(root())
                .unwrap()
                .to_string_lossy()
                .replace('\\', "/");
            (name, text)
        })
        .collect()
}

/// The lines of a Rust file that run: without comments and without its tests.
pub fn running(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let code = text.split("#[cfg(test)]").next().unwrap_or(text);
    code.lines()
        .enumerate()
        .map(|(n, line)| (n + 1, line))
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
}

/// Proofs have files of their own, or say at their head that they are tests.
pub fn is_test(name: &str, text: &str) -> bool {
    let own = ["/tests/", "/tests.rs", "/examples/", "/benches/"];
    let head = text
        .split(
            "
use ",
        )
        .next()
        .unwrap_or(text);
    own.iter().any(|part| name.contains(part))
        || head.contains("#![allow(") && head.contains("reason = \"tests\"")
}

/// The files that hold the SQL of the subjects.
pub fn stores() -> Vec<(String, String)> {
    let mut files = files(&["src-tauri/crates/desk/src"], &[".rs"]);
    files.retain(|(name, text)| {
        (name.ends_with("/store.rs") || name.contains("/store/")) && !is_test(name, text)
    });
    assert!(files.len() > 20, "{} stores", files.len());
    files
}

/// The string literals of a Rust file outside its tests and comments, each with its line.
pub fn literals(text: &str) -> Vec<(usize, String)> {
    let code = text.split("#[cfg(test)]").next().unwrap_or(text);
    let mut found = Vec::new();
    let (mut rest, mut line) = (code.chars().peekable(), 1);
    while let Some(c) = rest.next() {
        match c {
            '\n' => line += 1,
            '/' if rest.peek() == Some(&'/') => while rest.next_if(|c| *c != '\n').is_some() {},
            '\'' => {
                // A lifetime has no second quote; what stands between two is one character.
                if rest.next_if_eq(&'\\').is_some() {
                    rest.next();
                    rest.next_if_eq(&'\'');
                } else if rest.clone().nth(1) == Some('\'') {
                    rest.nth(1);
                }
            }
            // A raw one ends with its own mark.
            'r' if rest.clone().take(2).eq(['#', '"']) => {
                rest.nth(1);
                let mut text = String::new();
                while let Some(c) = rest.next() {
                    if c == '"' && rest.next_if_eq(&'#').is_some() {
                        break;
                    }
                    text.push(c);
                }
                let start = line;
                line += text.matches('\n').count();
                found.push((start, text));
            }
            '"' => {
                let start = line;
                found.push((start, literal(&mut rest, &mut line)));
            }
            _ => {}
        }
    }
    found
}

/// The rest of a literal whose first quote was read.
fn literal(rest: &mut std::iter::Peekable<std::str::Chars<'_>>, line: &mut usize) -> String {
    let mut text = String::new();
    while let Some(c) = rest.next() {
        match c {
            '"' => break,
            '\\' => match rest.next() {
                Some('\n') => {
                    *line += 1;
                    while let Some(space) = rest.next_if(|c| c.is_whitespace()) {
                        *line += usize::from(space == '\n');
                    }
                }
                Some('n') => text.push('\n'),
                Some(other) => text.push(other),
                None => break,
            },
            other => {
                *line += usize::from(other == '\n');
                text.push(other);
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::literals;

    #[test]
    fn literals_are_read_as_the_compiler_reads_them() {
        let text = "fn a<'x>() { // \"no\"\n  let q = '\"'; f(\"a \\\n   b\", '\\'', \"{c} \\\"d\\\"\"); }\n\"e\ne\" r#\"\"f\"\"# \"g\"";
        let found = literals(text);
        let expected = [
            (2, "a b"),
            (3, "{c} \"d\""),
            (4, "e\ne"),
            (5, "\"f\""),
            (5, "g"),
        ];
        assert_eq!(found, expected.map(|(line, text)| (line, text.to_owned())));
    }
}

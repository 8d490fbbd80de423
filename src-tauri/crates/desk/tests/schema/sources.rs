//! The sources that a table's subject and a column's codes are looked up in.

use super::written::walk;
use std::collections::BTreeSet;
use std::path::Path;

/// A file of the desk or of the vault.
pub struct Source {
    /// Its folders and its name below `src`, without the ending.
    below: Vec<String>,
    pub text: String,
}

impl Source {
    /// Whether it stands in the folder `wing/subject`, or is the vault's.
    pub fn is_of(&self, place: &str) -> bool {
        let below = self.below.join("/") + "/";
        below.starts_with(&format!("{place}/"))
    }

    /// Whether a folder it stands in, or itself, is called so.
    pub fn is_below(&self, name: &str) -> bool {
        self.below.iter().any(|one| one == name)
    }
}

/// A type whose values are stored as codes.
pub struct ClosedSet {
    pub name: String,
    pub source: Source,
    pub codes: BTreeSet<String>,
}

/// Every source of the desk, and the vault's own tables.
pub fn all() -> Vec<Source> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let src = here.join("src");
    let mut found = Vec::new();
    walk(&src, "rs", &mut found);
    let mut sources: Vec<Source> = found.iter().map(|path| read(path, &src)).collect();
    sources.push(Source {
        below: vec!["vault".to_owned()],
        text: std::fs::read_to_string(here.join("../vault/src/journal.sql")).unwrap(),
    });
    sources
}

/// Every type that `codes!` declares.
pub fn closed_sets() -> Vec<ClosedSet> {
    let mut found = Vec::new();
    for source in all() {
        let mut inside = false;
        let mut open: Option<(String, BTreeSet<String>)> = None;
        for line in source.text.lines() {
            match line {
                "crate::codes! {" => inside = true,
                "}" => inside = false,
                _ if !inside => {}
                "    }" => {
                    let (name, codes) = open.take().unwrap();
                    found.push(ClosedSet {
                        name,
                        source: Source {
                            below: source.below.clone(),
                            text: String::new(),
                        },
                        codes,
                    });
                }
                _ => {
                    let line = line.trim();
                    if let Some(name) = line.strip_suffix(" {") {
                        open = Some((name.to_owned(), BTreeSet::new()));
                    } else if let Some((_, code)) = line.split_once(" = \"") {
                        let code = code.split('"').next().unwrap().to_owned();
                        open.as_mut().unwrap().1.insert(code);
                    }
                }
            }
        }
    }
    found
}

fn read(path: &Path, src: &Path) -> Source {
    let below = path.strip_prefix(src).unwrap().with_extension("");
    let names = below.components().map(|part| part.as_os_str());
    Source {
        below: names.map(|n| n.to_string_lossy().into_owned()).collect(),
        text: std::fs::read_to_string(path).unwrap(),
    }
}

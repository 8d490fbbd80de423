//! What the program is made of, as the two lock files and cargo itself tell: the crates linked
//! into it, the C sources compiled into those, the packages in the page, the fonts for paper.

use super::{cargo_says, parsed, read};
use crate::place;
use crate::steps::Outcome;
use base64::Engine;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// Crates that only the build needs, but whose C source is linked into the program.
const SOURCES_IN_C: [&str; 2] = ["openssl-src", "sqlcipher-src"];

/// Where a part comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum From {
    /// Our own crates.
    House,
    /// crates.io.
    Crates,
    /// The registry of npm.
    Npm,
}

/// One thing with a name, a version and a licence.
#[derive(Clone, Debug)]
pub struct Part {
    /// Where it comes from.
    pub from: From,
    /// As its registry calls it.
    pub name: String,
    /// As the lock file says.
    pub version: String,
    /// An SPDX expression.
    pub licence: String,
    /// Who wrote it, as far as it says so.
    pub authors: Vec<String>,
    /// Its unpacked source.
    pub folder: PathBuf,
    /// Of the packed source, from the lock file: algorithm and hexadecimal digits.
    pub hash: Option<(&'static str, String)>,
    /// Other parts it calls, as `name version`.
    pub needs: BTreeSet<String>,
}

impl Part {
    /// Tells it from every other part of the same origin.
    pub fn key(&self) -> String {
        format!("{} {}", self.name, self.version)
    }
}

/// What a crate carries inside of it, under a name and a version of its own.
pub struct Inside {
    /// As its makers call it.
    pub name: &'static str,
    /// As its source says.
    pub version: String,
    /// An SPDX expression.
    pub licence: &'static str,
    /// The crate it lies in, as `name version`.
    pub within: String,
}

/// Name, licence, crate, file, and what stands before the version in it.
const INSIDE: [(&str, &str, &str, &str, &[&str]); 3] = [
    (
        "OpenSSL",
        "Apache-2.0",
        "openssl-src",
        "openssl/VERSION.dat",
        &["MAJOR=", "MINOR=", "PATCH="],
    ),
    (
        "SQLCipher",
        "BSD-3-Clause",
        "sqlcipher-src",
        "sqlcipher/sqlcipher.c",
        &["#define CIPHER_VERSION_NUMBER "],
    ),
    (
        "SQLite",
        "blessing",
        "sqlcipher-src",
        "sqlcipher/sqlite3.h",
        &["#define SQLITE_VERSION "],
    ),
];

/// The C libraries in the program, with the versions their own sources say.
pub fn inside(parts: &[Part]) -> Outcome<Vec<Inside>> {
    let found = INSIDE.iter().map(|(name, licence, within, file, marks)| {
        let part = parts.iter().find(|part| part.name == *within);
        let part = part.ok_or_else(|| format!("{within} is not in the program"))?;
        let text = read(&part.folder.join(file))?;
        let number = |mark: &&str| {
            let said = text.lines().find_map(|line| line.strip_prefix(*mark));
            let said = said.map(|said| said.trim().trim_matches('"'));
            said.ok_or_else(|| format!("{file} does not say its {mark}"))
        };
        let numbers: Vec<&str> = marks.iter().map(number).collect::<Outcome<_>>()?;
        Ok(Inside {
            name,
            version: numbers.join("."),
            licence,
            within: part.key(),
        })
    });
    found.collect()
}

/// Everything, sorted; the same on every machine of one kind. Asked once.
pub fn program() -> Outcome<Vec<Part>> {
    static KNOWN: OnceLock<Outcome<Vec<Part>>> = OnceLock::new();
    KNOWN.get_or_init(gather).clone()
}

fn gather() -> Outcome<Vec<Part>> {
    let mut all = crates()?;
    all.extend(page()?);
    all.sort_by(|a, b| (a.from, &a.name, &a.version).cmp(&(b.from, &b.name, &b.version)));
    Ok(all)
}

/// The kind of machine the program is built for.
fn host() -> Outcome<String> {
    let said = crate::steps::answer_of(std::process::Command::new("rustc").arg("-vV"));
    said.iter()
        .flat_map(|said| said.lines())
        .find_map(|line| line.strip_prefix("host: "))
        .map(str::to_owned)
        .ok_or_else(|| "rustc does not say its host".to_owned())
}

/// Cargo's tree of the program on its own tells exactly what is linked; its metadata would add
/// what other programs of the workspace want.
fn crates() -> Outcome<Vec<Part>> {
    let host = host()?;
    let tree = cargo_says(&[
        "tree",
        "--package",
        "shouwen",
        "--edges",
        "normal,no-proc-macro",
        "--target",
        &host,
        "--prefix",
        "depth",
        "--format",
        " {p}",
    ])?;
    let mut linked = arrows(&tree);
    let metadata = ["metadata", "--format-version", "1", "--filter-platform"];
    let metadata = cargo_says(&[&metadata[..], &[host.as_str()]].concat())?;
    let metadata: Value = serde_json::from_str(&metadata).map_err(|error| error.to_string())?;
    let lock = locked(&read(&place::root().join("Cargo.lock"))?)?;
    let checksums: BTreeMap<String, String> = lock
        .into_iter()
        .filter_map(|(name, version, checksum)| Some((format!("{name} {version}"), checksum?)))
        .collect();
    let mut parts = Vec::new();
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let (name, version) = (words(&package["name"]), words(&package["version"]));
        let key = format!("{name} {version}");
        let in_c = SOURCES_IN_C.contains(&name.as_str());
        let Some(needs) = linked.remove(&key).or(in_c.then(BTreeSet::new)) else {
            continue;
        };
        let manifest = PathBuf::from(words(&package["manifest_path"]));
        parts.push(Part {
            from: if package["source"].is_null() {
                From::House
            } else {
                From::Crates
            },
            licence: expression(&words(&package["license"]))
                .map_err(|why| format!("{key}: {why}"))?,
            authors: texts(&package["authors"]),
            folder: manifest.parent().unwrap_or(Path::new(".")).to_owned(),
            hash: checksums.get(&key).map(|hash| ("SHA-256", hash.clone())),
            name,
            version,
            needs,
        });
    }
    if linked.is_empty() {
        Ok(parts)
    } else {
        Err(format!("without metadata: {:?}", linked.keys()))
    }
}

/// Lines `2 name v1.2.3 (where)`, the number being the depth, as arrows from part to part.
fn arrows(tree: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut above: Vec<String> = Vec::new();
    for line in tree.lines() {
        let mut fields = line.split_whitespace();
        let depth = fields.next().and_then(|depth| depth.parse::<usize>().ok());
        let (Some(depth), Some(name), Some(version)) = (depth, fields.next(), fields.next()) else {
            continue;
        };
        let key = format!("{name} {}", version.trim_start_matches('v'));
        above.truncate(depth);
        if let Some(parent) = above.last() {
            all.entry(parent.clone()).or_default().insert(key.clone());
        }
        all.entry(key.clone()).or_default();
        above.push(key);
    }
    all
}

/// Name, version and checksum of every package in a Cargo.lock.
pub fn locked(lock: &str) -> Outcome<Vec<(String, String, Option<String>)>> {
    let lock: toml::Table = toml::from_str(lock).map_err(|error| error.to_string())?;
    let packages = lock.get("package").and_then(toml::Value::as_array);
    let of = |package: &toml::Value| {
        let field = |name| package.get(name)?.as_str().map(str::to_owned);
        Some((field("name")?, field("version")?, field("checksum")))
    };
    Ok(packages.into_iter().flatten().filter_map(of).collect())
}

/// What Vite puts into the page (it refuses to build when this list differs), and the fonts.
fn page() -> Outcome<Vec<Part>> {
    let ui = place::root().join("ui");
    let bundled = texts(&parsed(&ui.join("scripts/bundled.json"))?);
    let lock = parsed(&ui.join("package-lock.json"))?;
    let mut parts = Vec::new();
    for name in bundled.iter().map(String::as_str).chain([FONTS]) {
        let place = format!("node_modules/{name}");
        let locked = &lock["packages"][&place];
        let said = |licence: &str| expression(licence).map_err(|why| format!("{name}: {why}"));
        let needs = locked["dependencies"].as_object();
        let needs = needs.into_iter().flatten().map(|(name, _)| name.as_str());
        parts.push(Part {
            from: From::Npm,
            name: name.to_owned(),
            version: words(&locked["version"]),
            // The package calls itself MIT; what is taken out of it are the fonts.
            licence: said(&if name == FONTS {
                "OFL-1.1".to_owned()
            } else {
                words(&locked["license"])
            })?,
            authors: Vec::new(),
            folder: ui.join(&place),
            hash: Some(("SHA-512", digits(&words(&locked["integrity"]))?)),
            needs: needs
                .filter(|need| bundled.iter().any(|name| name == need))
                .map(|need| {
                    let version = &lock["packages"][format!("node_modules/{need}")]["version"];
                    format!("{need} {}", words(version))
                })
                .collect(),
        });
    }
    Ok(parts)
}

/// The npm package that the fonts for paper are taken from.
pub const FONTS: &str = "@expo-google-fonts/noto-sans-sc";

/// `sha512-` and base64, as hexadecimal digits.
fn digits(integrity: &str) -> Outcome<String> {
    let unreadable = || format!("not a sha512: {integrity}");
    let encoded = integrity.strip_prefix("sha512-").ok_or_else(unreadable)?;
    let bytes = base64::engine::general_purpose::STANDARD
        .decode(encoded)
        .map_err(|_| unreadable())?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// An SPDX expression as it should be written (`MIT/Apache-2.0` is an old way to say `OR`).
fn expression(said: &str) -> Outcome<String> {
    let unreadable = |error| format!("licence “{said}”: {error}");
    let clean = spdx::Expression::canonicalize(said).map_err(unreadable)?;
    let clean = clean.unwrap_or_else(|| said.to_owned());
    spdx::Expression::parse(&clean).map_err(unreadable)?;
    Ok(clean)
}

fn words(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn texts(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().map(words).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tree_becomes_arrows() {
        let tree = "0 a v1.0.0 (/here)\n1 b v2.0.0\n2 c v3.1.0+x\n1 c v3.1.0+x (*)\n";
        let arrows = arrows(tree);
        let of = |key: &str| -> Vec<&str> { arrows[key].iter().map(String::as_str).collect() };
        assert_eq!(of("a 1.0.0"), ["b 2.0.0", "c 3.1.0+x"]);
        assert_eq!(of("b 2.0.0"), ["c 3.1.0+x"]);
        assert!(of("c 3.1.0+x").is_empty());
    }

    #[test]
    fn licences_are_written_in_one_way() {
        let said = |licence| expression(licence);
        assert_eq!(said("MIT/Apache-2.0").as_deref(), Ok("MIT OR Apache-2.0"));
        assert_eq!(
            said("(MIT OR Apache-2.0) AND Unicode-3.0").as_deref(),
            Ok("(MIT OR Apache-2.0) AND Unicode-3.0")
        );
        assert!(said("").is_err() && said("as you like").is_err());
    }

    #[test]
    fn a_hash_of_npm_is_read() {
        assert_eq!(digits("sha512-AP8=").as_deref(), Ok("00ff"));
        assert!(digits("sha1-AP8=").is_err() && digits("sha512-?").is_err());
    }

    #[test]
    fn what_the_desk_cannot_do_without_is_in_the_program_and_tools_are_not() -> Outcome<()> {
        let all = program()?;
        let names: BTreeSet<&str> = all.iter().map(|part| part.name.as_str()).collect();
        for name in ["tauri", "rusqlite", "argon2", "vault", "sqlcipher-src"] {
            assert!(names.contains(name), "{name}");
        }
        for name in ["pinia", "openssl-src", "printpdf", FONTS] {
            assert!(names.contains(name), "{name}");
        }
        for name in ["xtask", "proofs", "fantoccini", "proptest", "syn", "vite"] {
            assert!(!names.contains(name), "{name}");
        }
        for part in all.iter().filter(|part| part.from != From::House) {
            assert!(part.hash.is_some(), "{} has no hash", part.key());
            assert!(part.folder.is_dir(), "{}", part.folder.display());
        }
        Ok(())
    }
}

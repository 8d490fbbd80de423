//! Who may import whom, read from the workspace itself.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// Every arrow between our own packages; `xtask` stands outside the house.
const ARROWS: &[(&str, &[&str])] = &[
    ("vault", &[]),
    ("desk", &["vault"]),
    ("paper", &[]),
    ("api", &["desk", "paper", "vault"]),
    ("shouwen", &["api"]),
    ("deskctl", &["api"]),
    ("proofs", &["api"]),
    ("faults", &["api", "desk", "proofs", "vault"]),
    ("xtask", &[]),
];

/// What one package alone may name.
const ALONE: &[(&str, &[&str])] = &[
    ("rusqlite", &["vault"]),
    ("tauri", &["shouwen"]),
    ("printpdf", &["paper"]),
];

fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml");
    let out = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--format-version",
            "1",
            "--no-deps",
            "--offline",
            "--manifest-path",
            manifest,
        ])
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&out.stdout).unwrap();
    let name = |value: &Value| value["name"].as_str().unwrap().to_owned();
    let packages = metadata["packages"].as_array().unwrap().iter();
    packages
        .map(|package| {
            (
                name(package),
                package["dependencies"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(name)
                    .collect(),
            )
        })
        .collect()
}

#[test]
fn arrows_between_packages_are_those_of_the_design() {
    let found = dependencies();
    let own: BTreeSet<&str> = ARROWS.iter().map(|(name, _)| *name).collect();
    assert_eq!(
        found.keys().map(String::as_str).collect::<BTreeSet<_>>(),
        own
    );
    for (package, allowed) in ARROWS {
        let wanted = found[*package]
            .iter()
            .map(String::as_str)
            .filter(|d| own.contains(d));
        let refused: Vec<&str> = wanted.filter(|d| !allowed.contains(d)).collect();
        assert!(refused.is_empty(), "{package} must not import {refused:?}");
    }
}

#[test]
fn the_database_the_window_and_the_pdf_have_one_owner_each() {
    for (package, wanted) in dependencies() {
        for (name, owners) in ALONE {
            assert!(
                !wanted.contains(*name) || owners.contains(&package.as_str()),
                "{package} must not name {name}"
            );
        }
    }
}

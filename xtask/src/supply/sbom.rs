//! What the program is made of, for those who look after many programs: CycloneDX 1.6.
//!
//! Written here from what `made_of` found. The tool for crates knows nothing of the page, of the
//! C sources and of the fonts, and puts the hour of the day into it; the library for the format
//! would bring twenty crates to name two dozen fields.

use super::made_of::{self, From, Inside, Part};
use super::write as write_file;
use crate::place;
use crate::steps::{Outcome, Steps};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Beside the installers.
const NAME: &str = "release/bundle/shouwen.cdx.json";

/// Writes it, and says where.
pub fn write(steps: &mut Steps) -> Outcome {
    steps.step("bill of materials", || {
        let parts = made_of::program()?;
        let bill = bill(&parts, &made_of::inside(&parts)?)?;
        let text = serde_json::to_string_pretty(&bill).map_err(|error| error.to_string())?;
        let file = place::target().join(NAME);
        println!("{}", file.display());
        write_file(&file, &(text + "\n"))
    })
}

/// The same for the same lock files: no hour, no number by chance.
fn bill(parts: &[Part], inside: &[Inside]) -> Outcome<Value> {
    let program = parts.iter().find(|part| part.name == "shouwen");
    let program = program.ok_or("the program is not among its parts")?;
    let others = parts.iter().filter(|part| part.name != program.name);
    let mut components: Vec<Value> = others.map(component).collect();
    components.extend(inside.iter().map(|one| {
        json!({
            "type": "library",
            "bom-ref": inside_reference(one),
            "name": one.name,
            "version": one.version,
            "licenses": [{ "expression": one.licence }],
            "purl": inside_reference(one),
        })
    }));
    let mut arrows: Vec<Value> = parts
        .iter()
        .map(|part| arrow(part, parts, inside))
        .collect();
    let leaf = |one| json!({ "ref": inside_reference(one) });
    arrows.extend(inside.iter().map(leaf));
    Ok(json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": reference(program),
                "name": program.name,
                "version": program.version,
                "licenses": [{ "expression": program.licence }],
            },
        },
        "components": components,
        "dependencies": arrows,
    }))
}

fn component(part: &Part) -> Value {
    let mut value = json!({
        "type": if part.name == made_of::FONTS { "data" } else { "library" },
        "bom-ref": reference(part),
        "name": part.name,
        "version": part.version,
        "licenses": [{ "expression": part.licence }],
    });
    if part.from != From::House {
        value["purl"] = reference(part).into();
    }
    if let Some((algorithm, digits)) = &part.hash {
        value["hashes"] = json!([{ "alg": algorithm, "content": digits }]);
    }
    value
}

/// Whom a part calls: the page belongs to the program, the C sources to their crates.
fn arrow(part: &Part, parts: &[Part], inside: &[Inside]) -> Value {
    let mut on: BTreeSet<String> = part
        .needs
        .iter()
        .filter_map(|need| {
            let mut found = parts.iter().filter(|other| other.key() == *need);
            found.find(|other| (other.from == From::Npm) == (part.from == From::Npm))
        })
        .map(reference)
        .collect();
    let within = inside.iter().filter(|one| one.within == part.key());
    on.extend(within.map(inside_reference));
    let compiled: &[&str] = match part.name.as_str() {
        "shouwen" => {
            let page = parts.iter().filter(|other| other.from == From::Npm);
            on.extend(page.map(reference));
            &[]
        }
        "openssl-sys" => &["openssl-src"],
        "libsqlite3-sys" => &["sqlcipher-src"],
        _ => &[],
    };
    let compiled = parts
        .iter()
        .filter(|other| compiled.contains(&other.name.as_str()));
    on.extend(compiled.map(reference));
    json!({ "ref": reference(part), "dependsOn": on })
}

/// A package URL; our own crates have none, and must not be taken for somebody else's.
fn reference(part: &Part) -> String {
    let version = part.version.replace('+', "%2B");
    match part.from {
        From::House => format!("shouwen:{}@{version}", part.name),
        From::Crates => format!("pkg:cargo/{}@{version}", part.name),
        From::Npm => format!("pkg:npm/{}@{version}", part.name.replace('@', "%40")),
    }
}

fn inside_reference(one: &Inside) -> String {
    format!("pkg:generic/{}@{}", one.name.to_lowercase(), one.version)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ours() -> Outcome<(Vec<Part>, Value)> {
        let parts = made_of::program()?;
        let bill = bill(&parts, &made_of::inside(&parts)?)?;
        Ok((parts, bill))
    }

    fn texts<'a>(of: &'a Value, field: &str) -> Vec<&'a str> {
        let all = of.as_array().into_iter().flatten();
        all.map(|one| one[field].as_str().unwrap_or_default())
            .collect()
    }

    #[test]
    fn the_bill_has_the_shape_of_its_format_and_is_the_same_twice() -> Outcome {
        let (parts, bill) = ours()?;
        assert_eq!(bill["bomFormat"], "CycloneDX");
        assert_eq!(bill["specVersion"], "1.6");
        assert_eq!(bill["version"], 1);
        assert_eq!(bill["metadata"]["component"]["name"], "shouwen");
        assert_eq!(bill.to_string(), ours()?.1.to_string());
        let text = bill.to_string();
        for part in &parts {
            let folder = part.folder.display().to_string();
            assert!(!text.contains(&folder), "it names a folder of this machine");
        }
        Ok(())
    }

    #[test]
    fn every_part_is_on_the_bill_with_version_licence_and_hash() -> Outcome {
        let (parts, bill) = ours()?;
        let components = bill["components"].as_array();
        let components = components.map(Vec::as_slice).unwrap_or_default();
        for part in parts.iter().filter(|part| part.from != From::House) {
            let purl = reference(part);
            let found: Vec<_> = components
                .iter()
                .filter(|one| one["purl"] == *purl)
                .collect();
            let [one] = found.as_slice() else {
                return Err(format!("{purl}: {} times", found.len()));
            };
            assert_eq!(one["version"], *part.version);
            assert_eq!(one["licenses"][0]["expression"], *part.licence);
            let digits = one["hashes"][0]["content"].as_str().unwrap_or_default();
            assert!([64, 128].contains(&digits.len()), "{purl}: {digits}");
        }
        let names = texts(&bill["components"], "name");
        for name in [
            "SQLCipher",
            "SQLite",
            "OpenSSL",
            "vault",
            "vue-router",
            made_of::FONTS,
        ] {
            assert!(names.contains(&name), "{name}");
        }
        Ok(())
    }

    #[test]
    fn every_arrow_leads_to_something_on_the_bill_and_nothing_stands_alone() -> Outcome {
        let (_, bill) = ours()?;
        let mut known: BTreeSet<&str> = texts(&bill["components"], "bom-ref").into_iter().collect();
        assert_eq!(known.len(), texts(&bill["components"], "bom-ref").len());
        let program = bill["metadata"]["component"]["bom-ref"].as_str();
        known.extend(program);
        let arrows = &bill["dependencies"];
        let from: BTreeSet<&str> = texts(arrows, "ref").into_iter().collect();
        assert_eq!(from, known);
        let on = arrows.as_array().into_iter().flatten();
        let on = on.flat_map(|one| one["dependsOn"].as_array().into_iter().flatten());
        let on: BTreeSet<&str> = on.filter_map(Value::as_str).collect();
        let reached: BTreeSet<&str> = on.iter().copied().chain(program).collect();
        assert_eq!(reached, known);
        Ok(())
    }
}

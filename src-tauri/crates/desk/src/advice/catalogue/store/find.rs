//! SQL of finding services and packages by words.

use super::super::Bilingual;
use crate::ground::names;
use crate::{PackageId, Result, ServiceId};
use vault::ReadTx;

/// The keys a thing is found by: folded names, spellings, initials.
pub(super) fn keys(name: &Bilingual) -> [String; 3] {
    let names::Keys {
        folded,
        pinyin,
        initials,
    } = names::keys(&name.zh);
    let padded = |all: &[String]| format!(" {} ", all.join(" "));
    [
        format!("{folded} {}", names::fold(&name.en)),
        padded(&pinyin),
        padded(&initials),
    ]
}

/// Ids of services and packages that fit every word, in no order.
pub(in super::super) fn matching(
    tx: &ReadTx<'_>,
    words: &[String],
) -> Result<(Vec<ServiceId>, Vec<PackageId>)> {
    let mut clauses = vec!["1 = 1".to_owned()];
    let mut values: Vec<vault::Value> = Vec::new();
    for word in words {
        let next = values.len() + 1;
        clauses.push(format!(
            "(name_key LIKE '%' || ?{next} || '%' ESCAPE '\\'
              OR pinyin_key LIKE '%' || ?{next} || '%' ESCAPE '\\'
              OR initial_key LIKE '%' || ?{next} || '%' ESCAPE '\\'
              OR code LIKE ?{next} || '%' ESCAPE '\\')"
        ));
        values.push(escaped(word).into());
    }
    let clause = clauses.join(" AND ");
    let services = tx.all(
        &format!("SELECT id FROM services WHERE {clause}"),
        &values,
        |row| row.get("id"),
    )?;
    let packages = tx.all(
        &format!("SELECT id FROM packages WHERE {clause}"),
        &values,
        |row| row.get("id"),
    )?;
    Ok((services, packages))
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_")
}

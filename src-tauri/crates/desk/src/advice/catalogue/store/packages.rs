//! SQL of packages with their services.

use super::super::{Package, PackageSheet};
use super::find::keys;
use super::{both, whom};
use crate::{PackageId, Result, ServiceId, Writing};
use vault::{ReadTx, Row, args};

const PACKAGE: &str = "SELECT id, code, name_zh, name_en, content_zh, content_en, for_whom_zh, \
     for_whom_en, not_for_zh, not_for_en, limits_zh, limits_en, price, sex, min_age, max_age, \
     active FROM packages";

fn package_row(row: &Row<'_>) -> vault::Result<Package> {
    let sheet = PackageSheet {
        code: row.get("code")?,
        name: both(row, "name")?,
        content: both(row, "content")?,
        for_whom: both(row, "for_whom")?,
        not_for: both(row, "not_for")?,
        limits: both(row, "limits")?,
        price: row.get("price")?,
        services: Vec::new(),
        whom: whom(row)?,
    };
    Ok(Package {
        id: row.get("id")?,
        active: row.get("active")?,
        sheet,
    })
}

pub(in super::super) fn packages(tx: &ReadTx<'_>) -> Result<Vec<Package>> {
    let mut found = tx.all(&format!("{PACKAGE} ORDER BY id"), args![], package_row)?;
    let parts: Vec<(PackageId, ServiceId)> = tx.all(
        "SELECT package_id, service_id FROM package_services ORDER BY package_id, position",
        args![],
        |row| Ok((row.get("package_id")?, row.get("service_id")?)),
    )?;
    for package in &mut found {
        let own = parts.iter().filter(|(id, _)| *id == package.id);
        package.sheet.services = own.map(|(_, service)| *service).collect();
    }
    Ok(found)
}

pub(in super::super) fn package(tx: &ReadTx<'_>, id: PackageId) -> Result<Option<Package>> {
    Ok(packages(tx)?.into_iter().find(|p| p.id == id))
}

pub(in super::super) fn package_id(tx: &ReadTx<'_>, code: &str) -> Result<Option<PackageId>> {
    Ok(tx.value(
        "SELECT id AS value FROM packages WHERE code = ?1",
        args![code],
    )?)
}

pub(in super::super) fn put_package(
    w: &Writing<'_>,
    id: Option<PackageId>,
    p: &PackageSheet,
) -> Result<PackageId> {
    let [name_key, pinyin_key, initial_key] = &keys(&p.name);
    let id = match id {
        Some(id) => id,
        None => PackageId(w.tx.insert(
            "INSERT INTO packages (code, name_zh, name_en, content_zh, content_en, for_whom_zh, for_whom_en,
                 not_for_zh, not_for_en, limits_zh, limits_en, price, sex, min_age, max_age, active,
                 name_key, pinyin_key, initial_key, changed_at)
             VALUES (?1, '', '', '', '', '', '', '', '', '', '', 0, NULL, 0, 150, 1, '', '', '', ?2) RETURNING id",
            args![&p.code, w.at],
        )?),
    };
    w.tx.execute(
        "UPDATE packages SET name_zh = ?2, name_en = ?3, content_zh = ?4, content_en = ?5, for_whom_zh = ?6,
             for_whom_en = ?7, not_for_zh = ?8, not_for_en = ?9, limits_zh = ?10, limits_en = ?11, price = ?12,
             sex = ?13, min_age = ?14, max_age = ?15, name_key = ?16, pinyin_key = ?17, initial_key = ?18,
             changed_at = ?19
         WHERE id = ?1",
        args![
            id, &p.name.zh, &p.name.en, &p.content.zh, &p.content.en, &p.for_whom.zh, &p.for_whom.en,
            &p.not_for.zh, &p.not_for.en, &p.limits.zh, &p.limits.en, p.price, p.whom.sex,
            p.whom.min_age, p.whom.max_age, name_key, pinyin_key, initial_key, w.at
        ],
    )?;
    w.tx.execute(
        "DELETE FROM package_services WHERE package_id = ?1",
        args![id],
    )?;
    for (position, service) in (0_i64..).zip(&p.services) {
        w.tx.execute(
            "INSERT INTO package_services (package_id, service_id, position) VALUES (?1, ?2, ?3)",
            args![id, *service, position],
        )?;
    }
    Ok(id)
}

pub(in super::super) fn set_package_active(
    w: &Writing<'_>,
    id: PackageId,
    active: bool,
) -> Result<()> {
    let sql = "UPDATE packages SET active = ?2, changed_at = ?3 WHERE id = ?1";
    w.tx.execute(sql, args![id, active, w.at])?;
    Ok(())
}

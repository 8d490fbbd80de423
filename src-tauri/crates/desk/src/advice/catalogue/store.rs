//! SQL of the catalogue.

mod find;
mod packages;
mod services;
mod terms;

use super::{Bilingual, PriceVersion, Whom};
use crate::{Fen, PackageId, Result, ServiceId, Writing};
pub(super) use find::matching;
pub(super) use packages::{package, package_id, packages, put_package, set_package_active};
pub(super) use services::{put_service, service, service_id, services, set_service_active};
pub(super) use terms::{departments, put_department, put_term, terms};
use vault::{ReadTx, Row, args};

fn both(row: &Row<'_>, column: &str) -> vault::Result<Bilingual> {
    Ok(Bilingual {
        zh: row.get(&format!("{column}_zh"))?,
        en: row.get(&format!("{column}_en"))?,
    })
}

fn whom(row: &Row<'_>) -> vault::Result<Whom> {
    Ok(Whom {
        sex: row.get("sex")?,
        min_age: row.get("min_age")?,
        max_age: row.get("max_age")?,
    })
}

pub(super) fn insert_price(
    w: &Writing<'_>,
    service: Option<ServiceId>,
    package: Option<PackageId>,
    price: Fen,
) -> Result<()> {
    w.tx.execute(
        "INSERT INTO prices (service_id, package_id, price, valid_from, set_by) VALUES (?1, ?2, ?3, ?4, ?5)",
        args![service, package, price, w.at, w.by.staff],
    )?;
    Ok(())
}

pub(super) fn prices(
    tx: &ReadTx<'_>,
    service: Option<ServiceId>,
    package: Option<PackageId>,
) -> Result<Vec<PriceVersion>> {
    Ok(tx.all(
        "SELECT price, valid_from, set_by FROM prices
         WHERE service_id = ?1 OR package_id = ?2 ORDER BY id DESC",
        args![service, package],
        |row| {
            Ok(PriceVersion {
                price: row.get("price")?,
                valid_from: row.get("valid_from")?,
                set_by: row.get("set_by")?,
            })
        },
    )?)
}

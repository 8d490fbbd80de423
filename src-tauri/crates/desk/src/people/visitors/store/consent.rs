//! SQL of consents and of the notices they are given to.

use super::super::{Consent, Guardian, Notice, Scope};
use crate::{ConsentId, Result, VisitorId, Writing};
use vault::{ReadTx, args};

pub(in super::super) fn insert_consent(
    w: &Writing<'_>,
    visitor: VisitorId,
    c: &Consent,
) -> Result<ConsentId> {
    let guardian = c.guardian.clone().unwrap_or_default();
    let id = w.tx.insert(
        "INSERT INTO consents (visitor_id, scope, version, manner, given_at, witnessed_by, guardian_relation,
             guardian_phone)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) RETURNING id",
        args![
            visitor, c.scope, &c.version, c.manner, c.given_at, c.witnessed_by, &guardian.relation,
            &guardian.phone
        ],
    )?;
    Ok(ConsentId(id))
}

pub(in super::super) fn withdraw_consents(
    w: &Writing<'_>,
    visitor: VisitorId,
    scope: Scope,
) -> Result<()> {
    w.tx.execute(
        "UPDATE consents SET withdrawn_at = ?3, withdrawn_by = ?4
         WHERE visitor_id = ?1 AND scope = ?2 AND withdrawn_at IS NULL",
        args![visitor, scope, w.at, w.by.staff],
    )?;
    Ok(())
}

pub(in super::super) fn consents(tx: &ReadTx<'_>, visitor: VisitorId) -> Result<Vec<Consent>> {
    Ok(tx.all(
        "SELECT id, scope, version, manner, given_at, witnessed_by, withdrawn_at, guardian_relation, guardian_phone
         FROM consents
         WHERE visitor_id = ?1 ORDER BY given_at DESC, id DESC",
        args![visitor],
        |row| {
            let guardian = Guardian {
                relation: row.get("guardian_relation")?,
                phone: row.get("guardian_phone")?,
            };
            Ok(Consent {
                guardian: Some(guardian).filter(|g| !g.relation.is_empty()),
                id: row.get("id")?,
                scope: row.get("scope")?,
                version: row.get("version")?,
                manner: row.get("manner")?,
                given_at: row.get("given_at")?,
                witnessed_by: row.get("witnessed_by")?,
                withdrawn_at: row.get("withdrawn_at")?,
            })
        },
    )?)
}

pub(in super::super) fn current_notice(tx: &ReadTx<'_>) -> Result<Option<Notice>> {
    Ok(tx.one(
        "SELECT version, text_zh, text_en FROM notices ORDER BY valid_from DESC, version DESC LIMIT 1",
        args![],
        |row| {
            Ok(Notice {
                version: row.get("version")?,
                text_zh: row.get("text_zh")?,
                text_en: row.get("text_en")?,
            })
        },
    )?)
}

pub(in super::super) fn insert_notice(w: &Writing<'_>, n: &Notice) -> Result<()> {
    w.tx.execute(
        "INSERT INTO notices (version, text_zh, text_en, valid_from) VALUES (?1, ?2, ?3, ?4)",
        args![&n.version, &n.text_zh, &n.text_en, w.at],
    )?;
    Ok(())
}

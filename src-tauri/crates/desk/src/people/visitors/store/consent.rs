//! SQL of consents and of the notices they are given to.

use super::super::{Consent, Manner, Notice, Scope};
use crate::{ConsentId, Result, VisitorId, Writing};
use vault::{ReadTx, args};

pub(in super::super) fn insert_consent(
    w: &Writing<'_>,
    visitor: VisitorId,
    scope: Scope,
    version: &str,
    manner: Manner,
) -> Result<ConsentId> {
    let id = w.tx.insert(
        "INSERT INTO consents (visitor_id, scope, version, manner, given_at, witnessed_by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6) RETURNING id",
        args![visitor, scope, version, manner, w.at, w.by.staff],
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
        "SELECT id, scope, version, manner, given_at, witnessed_by, withdrawn_at FROM consents
         WHERE visitor_id = ?1 ORDER BY given_at DESC, id DESC",
        args![visitor],
        |row| {
            Ok(Consent {
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

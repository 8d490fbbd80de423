//! What was not proposed, and why not, on the wire.

use super::name;
use crate::codes::Hindrance;
use crate::commands::advice::catalogue::{BothLanguages, CatalogueKind};
use desk::advice::assessments::suit::WhyNot;
use desk::advice::catalogue::{Bilingual, Catalogue};
use desk::advice::proposals::{RuledOut, Thing};
use serde::Serialize;
use ts_rs::TS;

pub(super) fn ruled_out_view(out: RuledOut, catalogue: &Catalogue) -> RuledOutView {
    let (kind, id, name) = match out.thing {
        Thing::Service(id) => (CatalogueKind::Service, id.0, name(id, catalogue)),
        Thing::Package(id) => {
            let found = catalogue.packages.get(&id).map(|p| p.sheet.name.clone());
            (
                CatalogueKind::Package,
                id.0,
                Bilingual::into(found.unwrap_or_default()),
            )
        }
    };
    let why = out
        .why
        .into_iter()
        .map(|why| WhyNotView::of(why, catalogue));
    RuledOutView {
        kind,
        id,
        name,
        why: why.collect(),
    }
}

/// Something that was ruled out.
#[derive(Debug, Serialize, TS)]
pub struct RuledOutView {
    /// Service or package.
    pub kind: CatalogueKind,
    /// Id.
    pub id: i64,
    /// Name.
    pub name: BothLanguages,
    /// Why.
    pub why: Vec<WhyNotView>,
}

impl WhyNotView {
    /// With the names of the catalogue.
    pub(crate) fn of(why: WhyNot, catalogue: &Catalogue) -> Self {
        let WhyNot {
            hindrance,
            about,
            service,
            amount,
        } = why;
        Self {
            hindrance: Hindrance(hindrance),
            about,
            service: service.map(|id| name(id, catalogue)),
            amount,
        }
    }
}

/// One reason why not.
#[derive(Debug, Serialize, TS)]
pub struct WhyNotView {
    /// What hinders.
    pub hindrance: Hindrance,
    /// A condition, an allergy, a month; may be empty.
    pub about: String,
    /// Name of the part of a package it comes from.
    pub service: Option<BothLanguages>,
    /// Fen, minutes, months or an age.
    pub amount: i64,
}

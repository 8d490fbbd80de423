//! The catalogue: listed, read in full, edited, retired.

mod fields;
mod views;

use crate::problem::Fault;
use crate::table::{Command, Topic, read, write};
use crate::wire::{Done, Nothing, OneId};
use desk::advice::catalogue::{self, Package, Service};
use desk::ground::roles::Right;
use desk::{Fen, PackageId, Reading, ServiceId, Writing};
pub(crate) use fields::BothLanguages;
pub(crate) use views::CatalogueKind;
use views::{
    CatalogueLine, CatalogueList, DepartmentView, ListCatalogue, PackageView, PartView, PriceView,
    RetireThing, ReturnThing, SavePackage, SaveService, ServiceView, TermView, VocabularyView,
};

const SHOWS: &[Topic] = &[Topic::CATALOGUE];

pub(crate) fn commands() -> Vec<Command> {
    vec![
        read("catalogue.list", None, SHOWS, list),
        read("catalogue.service", None, SHOWS, service),
        read("catalogue.package", None, SHOWS, package),
        read("catalogue.vocabulary", None, SHOWS, vocabulary),
        write(
            "catalogue.save_service",
            Right::EditContent,
            SHOWS,
            save_service,
        ),
        write(
            "catalogue.save_package",
            Right::EditContent,
            SHOWS,
            save_package,
        ),
        write("catalogue.retire", Right::EditContent, SHOWS, retire),
        write("catalogue.return", Right::EditContent, SHOWS, give_back),
    ]
}

fn list(r: &Reading<'_>, input: ListCatalogue) -> Result<CatalogueList, Fault> {
    let rows = catalogue::find(r, &input.text)?
        .iter()
        .map(CatalogueLine::from)
        .collect();
    Ok(CatalogueList { rows })
}

fn service(r: &Reading<'_>, input: OneId) -> Result<ServiceView, Fault> {
    service_view(r, ServiceId(input.id))
}

fn package(r: &Reading<'_>, input: OneId) -> Result<PackageView, Fault> {
    package_view(r, PackageId(input.id))
}

fn vocabulary(r: &Reading<'_>, _: Nothing) -> Result<VocabularyView, Fault> {
    let catalogue::Vocabulary { terms, departments } = catalogue::vocabulary(r)?;
    Ok(VocabularyView {
        terms: terms.into_iter().map(TermView::from).collect(),
        departments: departments.into_iter().map(DepartmentView::from).collect(),
    })
}

fn save_service(w: &Writing<'_>, input: SaveService) -> Result<ServiceView, Fault> {
    let id = catalogue::save_service(w, input.id.map(ServiceId), &input.sheet.into())?;
    service_view(&w.reading(), id)
}

fn save_package(w: &Writing<'_>, input: SavePackage) -> Result<PackageView, Fault> {
    let id = catalogue::save_package(w, input.id.map(PackageId), &input.sheet.into())?;
    package_view(&w.reading(), id)
}

fn retire(w: &Writing<'_>, input: RetireThing) -> Result<Done, Fault> {
    match input.kind {
        CatalogueKind::Service => catalogue::retire_service(w, ServiceId(input.id), &input.reason)?,
        CatalogueKind::Package => catalogue::retire_package(w, PackageId(input.id), &input.reason)?,
    }
    Ok(Done {})
}

fn give_back(w: &Writing<'_>, input: ReturnThing) -> Result<Done, Fault> {
    match input.kind {
        CatalogueKind::Service => catalogue::return_service(w, ServiceId(input.id))?,
        CatalogueKind::Package => catalogue::return_package(w, PackageId(input.id))?,
    }
    Ok(Done {})
}

fn service_view(r: &Reading<'_>, id: ServiceId) -> Result<ServiceView, Fault> {
    let Service { id, active, sheet } = catalogue::service(r, id)?;
    let prices = catalogue::service_prices(r, id)?
        .into_iter()
        .map(PriceView::from)
        .collect();
    Ok(ServiceView {
        id: id.0,
        active,
        sheet: sheet.into(),
        prices,
    })
}

fn package_view(r: &Reading<'_>, id: PackageId) -> Result<PackageView, Fault> {
    let Package { id, active, sheet } = catalogue::package(r, id)?;
    let whole = catalogue::whole(r)?;
    let parts: Vec<&Service> = sheet
        .services
        .iter()
        .filter_map(|id| whole.services.get(id))
        .collect();
    let view = PackageView {
        id: id.0,
        active,
        sum: parts.iter().map(|s| s.sheet.price).sum::<Fen>().0,
        minutes: whole.minutes_of(parts.iter().copied()),
        parts: parts.iter().map(|s| PartView::from(*s)).collect(),
        prices: catalogue::package_prices(r, id)?
            .into_iter()
            .map(PriceView::from)
            .collect(),
        sheet: sheet.into(),
    };
    Ok(view)
}

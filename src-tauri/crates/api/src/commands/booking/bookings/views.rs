//! What the window sees of a booking.

use crate::codes::BookingState;
use crate::commands::advice::catalogue::BothLanguages;
use crate::commands::booking::vouchers::{Facts, VoucherView};
use crate::problem::Fault;
use desk::booking::bookings::{self, Booking};
use desk::booking::vouchers::{self, Voucher};
use desk::people::{mask, visitors};
use desk::{BookingId, Reading, VoucherId};
use serde::Serialize;
use ts_rs::TS;

/// Lines of a list, masked.
pub(crate) fn lines(r: &Reading<'_>, found: &[Booking]) -> Result<Vec<BookingLine>, Fault> {
    let ids: Vec<BookingId> = found.iter().map(|booking| booking.id).collect();
    let vouchers = vouchers::of_bookings(r, &ids)?;
    let ids: Vec<VoucherId> = vouchers.values().map(|voucher| voucher.id).collect();
    let printed = vouchers::printed(r, &ids)?;
    let shown = found.iter().filter_map(|booking| {
        let voucher = vouchers.get(&booking.id)?;
        Some(line(booking, voucher, printed.contains(&voucher.id)))
    });
    Ok(shown.collect())
}

fn line(booking: &Booking, voucher: &Voucher, printed: bool) -> BookingLine {
    BookingLine {
        id: booking.id.0,
        voucher_id: voucher.id.0,
        voucher_no: voucher.no.clone(),
        visitor_id: booking.visitor.0,
        phone: mask::phone(&voucher.phone),
        reason: mask::free_text(&booking.reason, &voucher.name),
        name: mask::name(&voucher.name),
        day: booking.day.to_string(),
        start: booking.time.from.to_string(),
        end: booking.time.to.to_string(),
        arrive_by: booking.arrive_by.to_string(),
        title_zh: booking.title.zh.clone(),
        title_en: booking.title.en.clone(),
        services: u32::try_from(booking.items.len()).unwrap_or(u32::MAX),
        needs: !booking.needs.is_empty(),
        state: BookingState(booking.state),
        stands: booking.state.stands(),
        state_at: booking.state_at.0,
        checked_in_at: booking.checked_in_at.map(|at| at.0),
        printed,
    }
}

/// A booking in full with its voucher.
pub(crate) fn full(r: &Reading<'_>, id: BookingId) -> Result<BookingView, Fault> {
    let booking = bookings::of(r, id)?;
    let voucher = vouchers::of_booking(r, id)?;
    let printed = vouchers::printed(r, &[voucher.id])?.contains(&voucher.id);
    let visitor = visitors::of(r, booking.visitor)?;
    let others = others(r, &booking)?;
    let told = bookings::to_be_known(r, &visitor.clone().seen(), booking.encounter)?;
    let items = booking.items.iter().map(|item| BookedItem {
        service_id: item.service.0,
        schedule_id: item.schedule.map(|s| s.0),
        start: item.time.map(|t| t.from.to_string()),
        end: item.time.map(|t| t.to.to_string()),
        name_zh: item.name.zh.clone(),
        name_en: item.name.en.clone(),
        place_zh: item.place.zh.clone(),
        place_en: item.place.en.clone(),
        price: item.price.0,
    });
    Ok(BookingView {
        line: line(&booking, &voucher, printed),
        full_name: visitor.name,
        encounter_id: booking.encounter.map(|e| e.0),
        package_id: booking.package.map(|p| p.0),
        items: items.collect(),
        price: booking.price.0,
        needs_text: booking.needs.clone(),
        to_be_known: told.into_iter().map(BothLanguages::from).collect(),
        despite: booking.despite.clone(),
        note: booking.note.clone(),
        booked_at: booking.booked_at.0,
        read_back_at: booking.read_back_at.0,
        moved_to: booking.moved_to.map(|b| b.0),
        others,
        voucher: VoucherView::of(r, Facts::of(r, voucher, booking)?)?,
    })
}

fn others(r: &Reading<'_>, booking: &Booking) -> Result<Vec<OtherVisit>, Fault> {
    let found = bookings::others(r, booking)?;
    let ids: Vec<BookingId> = found.iter().map(|other| other.id).collect();
    let vouchers = vouchers::of_bookings(r, &ids)?;
    let shown = found.iter().filter_map(|other| {
        let voucher = vouchers.get(&other.id)?;
        Some(OtherVisit {
            id: other.id.0,
            voucher_no: voucher.no.clone(),
            day: other.day.to_string(),
            start: other.time.from.to_string(),
            state: BookingState(other.state),
            stands: other.state.stands(),
        })
    });
    Ok(shown.collect())
}

/// Another visit of the same.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OtherVisit {
    /// The booking.
    pub id: i64,
    /// Its voucher, 13 digits.
    pub voucher_no: String,
    /// ISO day.
    pub day: String,
    /// `08:30`.
    pub start: String,
    /// Where it stands.
    pub state: BookingState,
    /// Whether it was neither cancelled nor moved.
    pub stands: bool,
}

/// A booking in a list.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BookingLine {
    /// Id.
    pub id: i64,
    /// Its voucher.
    pub voucher_id: i64,
    /// 13 digits.
    pub voucher_no: String,
    /// Who.
    pub visitor_id: i64,
    /// Masked name.
    pub name: String,
    /// Masked phone.
    pub phone: String,
    /// ISO day.
    pub day: String,
    /// First start.
    pub start: String,
    /// Last end.
    pub end: String,
    /// To be there by.
    pub arrive_by: String,
    /// The package or the first service.
    pub title_zh: String,
    /// The same in English.
    pub title_en: String,
    /// How many services.
    pub services: u32,
    /// Whether there is something the department must know.
    pub needs: bool,
    /// Where it stands.
    pub state: BookingState,
    /// Whether it was neither cancelled nor moved.
    pub stands: bool,
    /// Why it was cancelled or moved.
    pub reason: String,
    /// Since when.
    pub state_at: i64,
    /// When the person came.
    pub checked_in_at: Option<i64>,
    /// Whether a printer ever took the voucher.
    pub printed: bool,
}

/// A booking in full.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BookingView {
    /// As in a list.
    pub line: BookingLine,
    /// Name in full.
    pub full_name: String,
    /// Where it was agreed.
    pub encounter_id: Option<i64>,
    /// The package it was told and paid as.
    pub package_id: Option<i64>,
    /// What is done, in the order of the day.
    pub items: Vec<BookedItem>,
    /// Fen, as told.
    pub price: i64,
    /// Special needs, as typed.
    pub needs_text: String,
    /// Conditions and allergies on record, by name.
    pub to_be_known: Vec<BothLanguages>,
    /// Why it was booked although it does not suit the person; empty: it does.
    pub despite: String,
    /// Anything else.
    pub note: String,
    /// When it was made.
    pub booked_at: i64,
    /// When it was read back.
    pub read_back_at: i64,
    /// The booking that took its place.
    pub moved_to: Option<i64>,
    /// The other visits of what is done in several.
    pub others: Vec<OtherVisit>,
    /// Its voucher.
    pub voucher: VoucherView,
}

/// One service of a booking.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BookedItem {
    /// What.
    pub service_id: i64,
    /// Where; none is done on the way.
    pub schedule_id: Option<i64>,
    /// `08:30`.
    pub start: Option<String>,
    /// `08:45`.
    pub end: Option<String>,
    /// Chinese name.
    pub name_zh: String,
    /// English name.
    pub name_en: String,
    /// Place in Chinese.
    pub place_zh: String,
    /// Place in English.
    pub place_en: String,
    /// Fen, alone.
    pub price: i64,
}

/// Bookings.
#[derive(Debug, Serialize, TS)]
pub struct BookingList {
    /// The latest first.
    pub rows: Vec<BookingLine>,
}

/// A day's bookings.
#[derive(Debug, Serialize, TS)]
pub struct BookingDay {
    /// Which day.
    pub day: String,
    /// Today at the desk.
    pub today: String,
    /// In the order of their times, ended ones too.
    pub rows: Vec<BookingLine>,
}

/// Today by the half hour.
#[derive(Debug, Serialize, TS)]
pub struct BookingToday {
    /// Which day.
    pub day: String,
    /// Expected in all.
    pub total: u32,
    /// Of these here.
    pub arrived: u32,
    /// The half hours in which somebody is expected.
    pub halves: Vec<HalfView>,
}

/// Half an hour.
#[derive(Debug, Serialize, TS)]
pub struct HalfView {
    /// `10:30`.
    pub from: String,
    /// Places taken.
    pub taken: u32,
    /// Places there are, where somebody is expected.
    pub capacity: u32,
    /// Who is expected.
    pub rows: Vec<BookingLine>,
}

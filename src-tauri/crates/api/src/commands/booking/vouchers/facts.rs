//! What a voucher is made of: what was booked, for whom, when, and what they need.

use crate::outward::{letterhead, stamp};
use crate::problem::Fault;
use desk::advice::catalogue::Bilingual;
use desk::booking::bookings::{self, Booking, Item};
use desk::booking::vouchers::{self, Voucher};
use desk::house::institution::{self, Institution};
use desk::house::staff;
use desk::people::{mask, visitors};
use desk::{Reading, VoucherId};
use paper::Language;

/// What the desk knows of a voucher.
pub(crate) struct Facts {
    pub house: Institution,
    pub voucher: Voucher,
    pub booking: Booking,
    /// What the QR code says.
    pub qr: String,
    /// Staff number of who issued it.
    pub issued_by: String,
    /// Conditions and allergies on record: a department must know them.
    pub to_be_known: Vec<Bilingual>,
}

/// A line of what was booked.
struct Stop {
    /// What, with its time where there are several.
    name: Bilingual,
    /// Who does it, or where.
    place: Bilingual,
}

impl Facts {
    pub(super) fn read(r: &Reading<'_>, id: VoucherId) -> Result<Self, Fault> {
        let voucher = vouchers::of(r, id)?;
        let booking = bookings::of(r, voucher.booking)?;
        Self::of(r, voucher, booking)
    }

    /// Gathers the facts of a voucher and its booking.
    pub(crate) fn of(r: &Reading<'_>, voucher: Voucher, booking: Booking) -> Result<Self, Fault> {
        let visitor = visitors::of(r, booking.visitor)?.seen();
        Ok(Self {
            to_be_known: bookings::to_be_known(r, &visitor, booking.encounter)?,
            house: institution::read(r)?,
            qr: vouchers::payload(r, &voucher)?,
            issued_by: staff::of(r, voucher.issued_by)?.no,
            voucher,
            booking,
        })
    }

    /// The phone as it is printed.
    pub(super) fn phone(&self) -> String {
        match self.voucher.phone.as_str() {
            "" => String::new(),
            phone => mask::phone(phone),
        }
    }

    /// The place of the first stop.
    fn place(&self) -> Bilingual {
        let from = self.booking.time.from;
        let starts = |item: &&Item| item.time.is_some_and(|t| t.from == from);
        let first = self.booking.items.iter().find(starts);
        first.map(|item| item.place.clone()).unwrap_or_default()
    }

    /// The sheet of the n-th print in one language.
    pub(super) fn sheet(self, language: Language, n: u32) -> paper::VoucherSheet {
        let all = |texts: &[Bilingual]| texts.iter().map(|text| pick(text, language)).collect();
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let services = self.stops().into_iter().map(|stop| paper::ServiceLine {
            name: pick(&stop.name, language),
            department: pick(&stop.place, language),
        });
        let (voucher, booking) = (&self.voucher, &self.booking);
        paper::VoucherSheet {
            institution: letterhead(&self.house),
            number: voucher.no.clone(),
            visitor: voucher.name.clone(),
            phone: self.phone(),
            services: services.collect(),
            place: pick(&self.place(), language),
            day: booking.day.to_string(),
            starts: booking.time.from.0,
            arrive_by: booking.arrive_by.0,
            // A package is paid with its first visit; the second voucher asks for nothing.
            price: (booking.part_of.is_none() || booking.price.0 > 0)
                .then_some(paper::Fen(booking.price.0)),
            bring: all(&voucher.lines.bring),
            prepare: all(&voucher.lines.prepare),
            needs: some(&self.needs(language)),
            despite: some(&booking.despite),
            notes: some(&booking.note),
            issued_at: stamp(voucher.issued_at),
            prints: n,
            voided: voucher.voided.is_some(),
            training: self.house.training,
            qr: self.qr,
            issued_by: self.issued_by,
        }
    }

    /// What the record says, and what was typed beside it.
    fn needs(&self, language: Language) -> String {
        let told = self.to_be_known.iter().map(|name| pick(name, language));
        let typed = Some(self.booking.needs.clone()).filter(|typed| !typed.is_empty());
        let between = match language {
            Language::Zh => "；",
            Language::En => "; ",
        };
        told.chain(typed).collect::<Vec<_>>().join(between)
    }

    /// The package on a line of its own, then stop by stop with time and place; a
    /// single service needs only its name and who does it.
    fn stops(&self) -> Vec<Stop> {
        let booking = &self.booking;
        if let [one] = booking.items.as_slice() {
            return vec![Stop {
                name: one.name.clone(),
                place: one.department.clone(),
            }];
        }
        let mut lines = Vec::new();
        if booking.items.iter().all(|item| item.name != booking.title) {
            lines.push(Stop {
                name: booking.title.clone(),
                place: Bilingual::default(),
            });
        }
        let stops = booking
            .items
            .chunk_by(|a, b| a.time == b.time && a.place == b.place);
        for stop in stops {
            let names = |of: fn(&Item) -> &str, between: &str| {
                stop.iter().map(of).collect::<Vec<_>>().join(between)
            };
            let Some(first) = stop.first() else { continue };
            let at = first
                .time
                .filter(|t| t.from >= booking.time.from)
                .map(|t| format!("{} ", t.from))
                .unwrap_or_default();
            lines.push(Stop {
                name: Bilingual {
                    zh: format!("{at}{}", names(|i| &i.name.zh, "、")),
                    en: format!("{at}{}", names(|i| &i.name.en, ", ")),
                },
                place: first.place.clone(),
            });
        }
        lines
    }
}

/// A text in a language; Chinese where there is no English.
fn pick(text: &Bilingual, language: Language) -> String {
    match language {
        Language::En if !text.en.is_empty() => text.en.clone(),
        Language::En | Language::Zh => text.zh.clone(),
    }
}

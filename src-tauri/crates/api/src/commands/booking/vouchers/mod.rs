//! Vouchers: reading, checking, printing, saving. A print is noted before the
//! spooler is asked and settled after it answered.

mod views;

use crate::codes::{PrintState, PrintWay, VoidCause, VoucherPaper};
use crate::keeper::Context;
use crate::machine::{Media, PrintJob};
use crate::problem::Fault;
use crate::table::{Command, Subject, gate, read};
use crate::wire::OneId;
use desk::booking::bookings::{self, Booking, Item};
use desk::booking::vouchers::{self, Paper, PrintId, Voucher, Way};
use desk::ground::roles::Right;
use desk::house::{institution, staff};
use desk::people::mask;
use desk::{Reading, VoucherId};
pub use views::*;

const SHOWS: &[Subject] = &[Subject::BOOKINGS, Subject::INSTITUTION];
const TOUCHES: &[Subject] = &[Subject::BOOKINGS, Subject::JOURNAL];

pub(crate) fn commands() -> Vec<Command> {
    vec![
        read("vouchers.read", Right::Serve, SHOWS, show),
        gate("vouchers.print", Right::Serve, TOUCHES, print),
        gate("vouchers.save", Right::Serve, TOUCHES, save),
    ]
}

fn show(r: &Reading<'_>, input: OneId) -> Result<VoucherView, Fault> {
    let voucher = vouchers::of(r, VoucherId(input.id))?;
    let booking = bookings::of(r, voucher.booking)?;
    sheet_view(r, &voucher, &booking)
}

fn print(c: &Context<'_>, input: PrintVoucher) -> Result<VoucherOut, Fault> {
    let id = VoucherId(input.id);
    put_out(
        c,
        id,
        input.paper.0,
        Way::Printer,
        input.language,
        |no, media, bytes| {
            let title = format!("首问 {no}");
            let printer = input.printer.as_deref().filter(|p| !p.is_empty());
            let job = PrintJob {
                title: &title,
                pdf: bytes,
                printer,
                copies: 1,
                media,
            };
            Ok(c.keeper.machine.spool(&job)?)
        },
    )
}

fn save(c: &Context<'_>, input: SaveVoucher) -> Result<VoucherOut, Fault> {
    let id = VoucherId(input.id);
    put_out(
        c,
        id,
        input.paper.0,
        Way::File,
        input.language,
        |no, _, bytes| {
            Ok(c.keeper
                .machine
                .keep_file(&format!("voucher-{no}.pdf"), bytes)?)
        },
    )
}

fn put_out(
    c: &Context<'_>,
    id: VoucherId,
    paper: Paper,
    way: Way,
    language: PaperLanguage,
    deliver: impl FnOnce(&str, Media, &[u8]) -> Result<String, Fault>,
) -> Result<VoucherOut, Fault> {
    let (desk, act) = c.desk()?;
    let (print, n) = desk.write(&act, |w| vouchers::ask_print(w, id, paper, way))?;
    let made = made(c, id, paper, language, n);
    let outcome = made.and_then(|(no, printed)| {
        let media = match paper {
            Paper::A4 => Media::A4,
            Paper::A5 => Media::A5,
            Paper::Roll80 => Media::Roll80,
        };
        let place = deliver(&no, media, &printed.bytes)?;
        Ok((place, printed.missing))
    });
    let settle = |print: PrintId, state, job: &str| {
        desk.write(&act, |w| vouchers::settle_print(w, id, print, state, job))
    };
    match outcome {
        Ok((place, missing)) => {
            settle(print, vouchers::PrintState::Done, &place)?;
            let missing = missing.into_iter().map(String::from).collect();
            Ok(VoucherOut { place, n, missing })
        }
        Err(fault) => {
            settle(print, vouchers::PrintState::Refused, "")?;
            Err(fault)
        }
    }
}

fn made(
    c: &Context<'_>,
    id: VoucherId,
    paper: Paper,
    language: PaperLanguage,
    n: u32,
) -> Result<(String, paper::Printed), Fault> {
    let (desk, act) = c.desk()?;
    let mut fault = None;
    let sheet = desk.read(&act, |r| {
        let voucher = vouchers::of(r, id)?;
        let booking = bookings::of(r, voucher.booking)?;
        match sheet_view(r, &voucher, &booking) {
            Ok(view) => Ok(Some(view)),
            Err(other) => {
                fault = Some(other);
                Ok(None)
            }
        }
    });
    let view = match (sheet?, fault) {
        (Some(view), _) => view,
        (None, Some(fault)) => return Err(fault),
        (None, None) => return Err(Fault::gate("paper_failed")),
    };
    let size = match paper {
        Paper::A4 => paper::Paper::A4,
        Paper::A5 => paper::Paper::A5,
        Paper::Roll80 => paper::Paper::Roll80,
    };
    let printed = paper::voucher(
        &view.sheet(language, n),
        size,
        language.paper(),
        &c.keeper.fonts,
    )
    .map_err(|_| Fault::gate("paper_failed"))?;
    Ok((view.no, printed))
}

/// Everything that stands on a voucher, in both languages.
pub(crate) fn sheet_view(
    r: &Reading<'_>,
    voucher: &Voucher,
    booking: &Booking,
) -> Result<VoucherView, Fault> {
    let house = institution::read(r)?;
    let qr = vouchers::payload(r, voucher)?;
    let rows = paper::code_rows(&qr).map_err(|_| Fault::gate("paper_failed"))?;
    let starts = |item: &&Item| item.time.is_some_and(|t| t.from == booking.time.from);
    let first = booking.items.iter().find(starts);
    let place = first.map(|item| item.place.clone()).unwrap_or_default();
    let issuer = staff::of(r, voucher.issued_by)?;
    let phone = if voucher.phone.is_empty() {
        String::new()
    } else {
        mask::phone(&voucher.phone)
    };
    let two =
        |lines: &[desk::advice::catalogue::Bilingual]| lines.iter().map(TwoTexts::from).collect();
    let mut prints = Vec::new();
    for p in vouchers::prints(r, voucher.id)? {
        prints.push(PrintView {
            n: p.n,
            paper: VoucherPaper(p.paper),
            way: PrintWay(p.way),
            state: PrintState(p.state),
            at: p.at.0,
            by: staff::of(r, p.by)?.no,
        });
    }
    Ok(VoucherView {
        id: voucher.id.0,
        booking_id: booking.id.0,
        no: voucher.no.clone(),
        number: paper::grouped(&voucher.no).map_err(|_| Fault::gate("paper_failed"))?,
        qr,
        qr_rows: rows,
        institution: house.name,
        address: house.address,
        telephone: house.phone,
        name: voucher.name.clone(),
        phone,
        lines: lines(booking),
        place: TwoTexts::from(&place),
        day: booking.day.to_string(),
        starts: booking.time.from.to_string(),
        arrive_by: booking.arrive_by.to_string(),
        price: booking.price.0,
        bring: two(&voucher.lines.bring),
        prepare: two(&voucher.lines.prepare),
        needs: booking.needs.clone(),
        note: booking.note.clone(),
        issued_by: issuer.no,
        issued_at: voucher.issued_at.0,
        issued: desk::local_text(voucher.issued_at),
        void: voucher.voided.map(|(_, cause)| VoidCause(cause)),
        voided_at: voucher.voided.map(|(at, _)| at.0),
        training: house.training,
        prints,
    })
}

/// The package on a line of its own, then stop by stop with time and place; a
/// single service needs only its name and who does it.
fn lines(booking: &Booking) -> Vec<VoucherLine> {
    if let [one] = booking.items.as_slice() {
        return vec![VoucherLine {
            name: (&one.name).into(),
            place: (&one.department).into(),
        }];
    }
    let mut lines = Vec::new();
    if booking.items.iter().all(|item| item.name != booking.title) {
        let none = TwoTexts {
            zh: String::new(),
            en: String::new(),
        };
        lines.push(VoucherLine {
            name: (&booking.title).into(),
            place: none,
        });
    }
    let mut stops: Vec<Vec<&Item>> = Vec::new();
    for item in &booking.items {
        match stops.last_mut().filter(|stop| same_stop(stop, item)) {
            Some(stop) => stop.push(item),
            None => stops.push(vec![item]),
        }
    }
    for stop in stops {
        let names = |of: fn(&Item) -> &str, between: &str| {
            stop.iter()
                .map(|item| of(item))
                .collect::<Vec<_>>()
                .join(between)
        };
        let Some(first) = stop.first() else { continue };
        let at = first
            .time
            .filter(|t| t.from >= booking.time.from)
            .map(|t| format!("{} ", t.from))
            .unwrap_or_default();
        lines.push(VoucherLine {
            name: TwoTexts {
                zh: format!("{at}{}", names(|i| &i.name.zh, "、")),
                en: format!("{at}{}", names(|i| &i.name.en, ", ")),
            },
            place: (&first.place).into(),
        });
    }
    lines
}

fn same_stop(stop: &[&Item], item: &Item) -> bool {
    stop.first()
        .is_some_and(|f| f.time == item.time && f.place == item.place)
}

impl VoucherView {
    fn sheet(&self, language: PaperLanguage, n: u32) -> paper::VoucherSheet {
        let pick = |text: &TwoTexts| text.pick(language);
        let all = |texts: &[TwoTexts]| texts.iter().map(pick).collect();
        let minute = |text: &str| desk::Minute::parse(text).map_or(0, |m| m.0);
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        paper::VoucherSheet {
            institution: paper::Institution {
                name: self.institution.clone(),
                address: self.address.clone(),
                phone: self.telephone.clone(),
            },
            number: self.no.clone(),
            qr: self.qr.clone(),
            visitor: self.name.clone(),
            phone: self.phone.clone(),
            services: self
                .lines
                .iter()
                .map(|line| paper::ServiceLine {
                    name: pick(&line.name),
                    department: pick(&line.place),
                })
                .collect(),
            place: pick(&self.place),
            day: self.day.clone(),
            starts: minute(&self.starts),
            arrive_by: minute(&self.arrive_by),
            price: Some(paper::Fen(self.price)),
            bring: all(&self.bring),
            prepare: all(&self.prepare),
            needs: some(&self.needs),
            notes: some(&self.note),
            issued_by: self.issued_by.clone(),
            issued_at: paper::Stamp {
                at: self.issued_at,
                text: self.issued.clone(),
            },
            prints: n,
            voided: self.void.is_some(),
            training: self.training,
        }
    }
}

//! Vouchers: reading, checking, printing, saving.

mod facts;
mod views;

use crate::codes::PaperLanguage;
use crate::keeper::Context;
use crate::machine::Media;
use crate::outward::{self, Parcel};
use crate::problem::Fault;
use crate::table::{Command, Topic, draw, gate, read};
use crate::wire::OneId;
use desk::booking::vouchers::{self, Paper};
use desk::ground::roles::Right;
use desk::{Reading, VoucherId};
pub(crate) use facts::Facts;
pub use views::*;

const SHOWS: &[Topic] = &[Topic::BOOKINGS, Topic::INSTITUTION];
const TOUCHES: &[Topic] = &[Topic::BOOKINGS, Topic::JOURNAL];

pub(crate) fn commands() -> Vec<Command> {
    vec![
        read("vouchers.read", Right::Serve, SHOWS, show),
        draw("vouchers.preview", Right::Serve, SHOWS, preview),
        gate("vouchers.print", Right::Serve, TOUCHES, print),
        gate("vouchers.save", Right::Serve, TOUCHES, save),
    ]
}

fn show(r: &Reading<'_>, input: OneId) -> Result<VoucherView, Fault> {
    VoucherView::of(r, Facts::read(r, VoucherId(input.id))?)
}

/// The next print as it would come out.
fn preview(
    r: &Reading<'_>,
    fonts: &paper::Fonts,
    input: SaveVoucher,
) -> Result<VoucherPages, Fault> {
    let (id, language) = (VoucherId(input.id), input.language.paper());
    let n = vouchers::next_print(r, id)?;
    let sheet = Facts::read(r, id)?.sheet(language, n);
    Ok(VoucherPages {
        pages: paper::voucher_pictures(&sheet, on_paper(input.paper.0), language, fonts)?,
    })
}

const fn on_paper(paper: Paper) -> paper::Paper {
    match paper {
        Paper::A4 => paper::Paper::A4,
        Paper::A5 => paper::Paper::A5,
        Paper::Roll80 => paper::Paper::Roll80,
    }
}

fn print(c: &Context<'_>, input: PrintVoucher) -> Result<VoucherOut, Fault> {
    let PrintVoucher {
        id,
        paper,
        language,
        printer,
    } = input;
    let media = match paper.0 {
        Paper::A4 => Media::A4,
        Paper::A5 => Media::A5,
        Paper::Roll80 => Media::Roll80,
    };
    let which = (VoucherId(id), paper.0, language);
    put_out(c, which, vouchers::Way::Printer, |no| {
        outward::Way::Printer {
            title: format!("首问 {no}"),
            printer: printer.filter(|p| !p.is_empty()),
            media,
        }
    })
}

fn save(c: &Context<'_>, input: SaveVoucher) -> Result<VoucherOut, Fault> {
    let which = (VoucherId(input.id), input.paper.0, input.language);
    put_out(c, which, vouchers::Way::File, |no| {
        outward::Way::File(format!("voucher-{no}.pdf"))
    })
}

fn put_out(
    c: &Context<'_>,
    (id, paper, language): (VoucherId, Paper, PaperLanguage),
    way: vouchers::Way,
    leaves: impl FnOnce(&str) -> outward::Way,
) -> Result<VoucherOut, Fault> {
    let sent = outward::send(
        c,
        |w| {
            let asked = vouchers::ask_print(w, id, paper, way)?;
            Ok((asked, (Facts::read(&w.reading(), id)?, asked.n)))
        },
        |(facts, n)| {
            let (size, language) = (on_paper(paper), language.paper());
            let sheet = facts.sheet(language, n);
            let printed = paper::voucher(&sheet, size, language, &c.keeper.fonts)?;
            let way = leaves(&sheet.number);
            Ok([Parcel { printed, way }])
        },
    )?;
    let [place] = sent.places;
    Ok(VoucherOut {
        place,
        n: sent.recorded.n,
        missing: sent.missing.chars().map(String::from).collect(),
    })
}

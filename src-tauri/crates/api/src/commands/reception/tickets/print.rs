//! The queue slip on paper.

use super::shapes::TicketLine;
use super::views;
use crate::codes::PaperLanguage;
use crate::keeper::Context;
use crate::machine::Media;
use crate::outward::{self, Parcel, Way, letterhead, stamp};
use crate::problem::Fault;
use desk::ground::leaving;
use desk::house::institution::{self, Institution};
use desk::reception::tickets::acts;
use desk::{Moment, TicketId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Prints the slip of a ticket on the 80 mm roll, with the wait as it is now.
pub(super) fn print(c: &Context<'_>, input: PrintTicket) -> Result<PrintedTicket, Fault> {
    let id = TicketId(input.id);
    let sent = outward::send(
        c,
        |w| {
            let line = views::one(&w.reading(), id)?;
            let noted = leaving::note(w, acts::PRINT, (acts::TICKET, id.0), &line.no)?;
            Ok((noted, (line, institution::read(&w.reading())?)))
        },
        |(line, house)| {
            let way = Way::printer(&format!("首问 {}", line.no), Media::Roll80);
            let (sheet, language) = sheet(line, &house, input.language);
            let printed = paper::ticket(&sheet, language, &c.keeper.fonts)?;
            Ok([Parcel { printed, way }])
        },
    )?;
    let [job] = sent.places;
    Ok(PrintedTicket {
        job,
        missing: sent.missing,
    })
}

fn sheet(
    line: TicketLine,
    house: &Institution,
    language: PaperLanguage,
) -> (paper::TicketSheet, paper::Language) {
    let (language, [category, point, place]) = match language {
        PaperLanguage::Zh => (
            paper::Language::Zh,
            [line.category_zh, line.point_zh, line.place_zh],
        ),
        PaperLanguage::En => (
            paper::Language::En,
            [
                line.category_en,
                line.point_en,
                // Better in Chinese than nowhere.
                Some(line.place_en)
                    .filter(|place| !place.is_empty())
                    .unwrap_or(line.place_zh),
            ],
        ),
    };
    let sheet = paper::TicketSheet {
        institution: letterhead(house),
        number: line.no,
        category,
        service_point: if place.is_empty() {
            point
        } else {
            format!("{point} · {place}")
        },
        taken_at: stamp(Moment(line.issued_at)),
        ahead: line.ahead.unwrap_or(0),
        wait: line.expected.map(|w| paper::Wait {
            median: w.median,
            bound: w.bound,
        }),
        note: None,
        training: house.training,
    };
    (sheet, language)
}

/// A slip to print.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrintTicket {
    /// Which ticket.
    pub id: i64,
    /// In which language.
    pub language: PaperLanguage,
}

/// The slip is with the printer.
#[derive(Debug, Serialize, TS)]
pub struct PrintedTicket {
    /// Name of the print job.
    pub job: String,
    /// Characters that could not be drawn.
    pub missing: String,
}

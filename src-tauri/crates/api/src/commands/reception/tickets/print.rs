//! The queue slip on paper.

use super::views;
use crate::keeper::Context;
use crate::machine::{Media, PrintJob};
use crate::problem::Fault;
use desk::TicketId;
use desk::house::institution;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Prints the slip of a ticket on the 80 mm roll, with the wait as it is now.
pub(super) fn print(c: &Context<'_>, input: PrintTicket) -> Result<PrintedTicket, Fault> {
    let (desk, act) = c.desk()?;
    let id = TicketId(input.id);
    let (line, house) = desk.read(&act, |r| {
        let line = views::one(r, id).map_err(|_| desk::Reason::NotFound {}.refuse())?;
        Ok((line, institution::read(r)?))
    })?;
    let (language, says) = match input.language {
        SlipLanguage::Zh => (
            paper::Language::Zh,
            [&line.category_zh, &line.point_zh, &line.place_zh],
        ),
        SlipLanguage::En => (
            paper::Language::En,
            [&line.category_en, &line.point_en, &line.place_en],
        ),
    };
    let [category, point, place] = says;
    let sheet = paper::TicketSheet {
        institution: paper::Institution {
            name: house.name,
            address: house.address,
            phone: house.phone,
        },
        number: line.no.clone(),
        category: category.clone(),
        service_point: if place.is_empty() {
            point.clone()
        } else {
            format!("{point} · {place}")
        },
        taken_at: paper::Stamp {
            at: line.issued_at,
            text: desk::local_text(desk::Moment(line.issued_at)),
        },
        ahead: line.ahead.unwrap_or(0),
        wait: line.expected.map(|w| paper::Wait {
            median: w.median,
            bound: w.bound,
        }),
        note: None,
        training: house.training,
    };
    let printed = paper::ticket(&sheet, language, &c.keeper.fonts)
        .map_err(|_| Fault::gate("paper_failed"))?;
    let job = c.keeper.machine.spool(&PrintJob {
        title: &format!("首问 {}", line.no),
        pdf: &printed.bytes,
        printer: None,
        copies: 1,
        media: Media::Roll80,
    })?;
    desk.write(&act, |w| {
        w.note(
            desk::reception::tickets::acts::PRINT,
            (desk::reception::tickets::acts::TICKET, id.0),
            &line.no,
        )
    })?;
    Ok(PrintedTicket {
        job,
        missing: printed.missing.into_iter().collect(),
    })
}

/// A slip to print.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrintTicket {
    /// Which ticket.
    pub id: i64,
    /// In which language.
    pub language: SlipLanguage,
}

/// The language of a slip.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SlipLanguage {
    /// Chinese.
    Zh,
    /// English.
    En,
}

/// The slip is with the printer.
#[derive(Debug, Serialize, TS)]
pub struct PrintedTicket {
    /// Name of the print job.
    pub job: String,
    /// Characters that could not be drawn.
    pub missing: String,
}

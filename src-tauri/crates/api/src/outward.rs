//! The one way out of the house: what is to leave is recorded first, made outside of the
//! store's lock, handed to the printer or written to a file, and settled.

use crate::keeper::Context;
use crate::machine::{Media, PrintJob};
use crate::problem::Fault;
use desk::ground::leaving::{Leaving, Outcome};
use desk::house::institution::Institution;
use desk::{Moment, Writing, local_text};
use paper::Printed;

/// How a paper leaves.
pub(crate) enum Way {
    /// Where the person finds files, under a name.
    File(String),
    /// Through the spooler.
    Printer {
        /// What the spooler's list shows; never personal.
        title: String,
        /// Which; none is the system's own.
        printer: Option<String>,
        /// On what.
        media: Media,
    },
}

impl Way {
    /// To the system's own printer.
    pub(crate) fn printer(title: &str, media: Media) -> Self {
        Self::Printer {
            title: title.to_owned(),
            printer: None,
            media,
        }
    }
}

/// A finished paper and how it leaves.
pub(crate) struct Parcel {
    pub printed: Printed,
    pub way: Way,
}

impl Parcel {
    /// A file that draws nothing, so that nothing in it can be missing.
    pub(crate) fn file(name: String, bytes: Vec<u8>) -> Self {
        Self {
            printed: plain(bytes),
            way: Way::File(name),
        }
    }

    /// Hands it over; answers the name of the print job or the path of the file. Called
    /// directly only for papers that tell nothing of anybody: all else goes through `send`.
    pub(crate) fn hand_over(&self, c: &Context<'_>) -> Result<String, Fault> {
        let (machine, bytes) = (&c.keeper.machine, &self.printed.bytes);
        Ok(match &self.way {
            Way::File(name) => machine.keep_file(name, bytes)?,
            Way::Printer {
                title,
                printer,
                media,
            } => machine.spool(&PrintJob {
                title,
                pdf: bytes,
                printer: printer.as_deref(),
                copies: 1,
                media: *media,
            })?,
        })
    }

    /// Characters no font has; they stand as 〓 on the paper.
    pub(crate) fn missing(&self) -> String {
        self.printed.missing.iter().collect()
    }
}

/// Bytes that need no fonts (CSV, XLSX, JSON): no character can be missing.
pub(crate) fn plain(bytes: Vec<u8>) -> Printed {
    Printed {
        bytes,
        missing: Vec::new(),
    }
}

/// What `send` answers about something that has left.
pub(crate) struct Sent<L, const N: usize> {
    /// What was recorded about it.
    pub recorded: L,
    /// The print job's name or the file's path, of each part.
    pub places: [String; N],
    /// Characters no font has, of all parts.
    pub missing: String,
}

/// Lets something leave: `record` notes it in one transaction and answers the facts it is
/// made of, `make` makes its parts. What did not come out whole is settled as having stayed.
pub(crate) fn send<L: Leaving, F, const N: usize>(
    c: &Context<'_>,
    record: impl FnMut(&Writing<'_>) -> Result<(L, F), Fault>,
    make: impl FnOnce(F) -> Result<[Parcel; N], Fault>,
) -> Result<Sent<L, N>, Fault> {
    let (recorded, parcels) = ready(c, record, make)?;
    let mut places = std::array::from_fn(|_| String::new());
    let handed = places
        .iter_mut()
        .zip(&parcels)
        .try_for_each(|(place, parcel)| {
            *place = parcel.hand_over(c)?;
            Ok(())
        });
    let at = handed.as_ref().ok().and(places.first());
    settle(
        c,
        &recorded,
        at.map_or(Outcome::Stayed, |at| Outcome::Left(at)),
    )?;
    handed.map(|()| Sent {
        recorded,
        places,
        missing: parcels.iter().map(Parcel::missing).collect(),
    })
}

/// Records and makes as `send` does, for a caller that hands over itself.
pub(crate) fn ready<L: Leaving, F, P>(
    c: &Context<'_>,
    record: impl FnMut(&Writing<'_>) -> Result<(L, F), Fault>,
    make: impl FnOnce(F) -> Result<P, Fault>,
) -> Result<(L, P), Fault> {
    let (recorded, facts) = c.write(record)?;
    match make(facts) {
        Ok(made) => Ok((recorded, made)),
        Err(fault) => {
            settle(c, &recorded, Outcome::Stayed)?;
            Err(fault)
        }
    }
}

fn settle(c: &Context<'_>, recorded: &impl Leaving, outcome: Outcome<'_>) -> Result<(), Fault> {
    if recorded.says(outcome) {
        return Ok(());
    }
    c.write(|w| Ok(recorded.settle(w, outcome)?))
}

/// The institution as it stands at the head of a paper.
pub(crate) fn letterhead(house: &Institution) -> paper::Institution {
    paper::Institution {
        name: house.name.clone(),
        address: house.address.clone(),
        phone: house.phone.clone(),
    }
}

/// A moment as it stands on a paper.
pub(crate) fn stamp(at: Moment) -> paper::Stamp {
    paper::Stamp {
        at: at.0,
        text: local_text(at),
    }
}

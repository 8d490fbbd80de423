//! The table: what each command is called, needs, shows and touches.

mod policy;
mod types;

use crate::keeper::Context;
use crate::problem::Fault;
use desk::ground::roles::Right;
use desk::{Reading, Writing};
use paper::Fonts;
pub(crate) use policy::{By, First, Opens, Pace, Policy, Store};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeMap;
use ts_rs::TS;
pub(crate) use types::Types;
use types::collect;

/// What a screen shows and a change touches. A subject may declare its own beside its
/// commands; the window knows every one that the table names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Topic(pub &'static str);

impl Topic {
    /// Who is signed in.
    pub const SESSION: Self = Self("session");
    /// Staff accounts.
    pub const STAFF: Self = Self("staff");
    /// The institution and its calendar.
    pub const INSTITUTION: Self = Self("institution");
    /// Visitors and their consents.
    pub const VISITORS: Self = Self("visitors");
    /// Encounters with their consultations.
    pub const ENCOUNTERS: Self = Self("encounters");
    /// Promises to reply.
    pub const PROMISES: Self = Self("promises");
    /// The category tree.
    pub const CATEGORIES: Self = Self("categories");
    /// Service points.
    pub const POINTS: Self = Self("points");
    /// Tickets and the queue.
    pub const TICKETS: Self = Self("tickets");
    /// Services and packages.
    pub const CATALOGUE: Self = Self("catalogue");
    /// Assessments and proposals.
    pub const PROPOSALS: Self = Self("proposals");
    /// Weekly schedules.
    pub const SCHEDULES: Self = Self("schedules");
    /// Bookings and vouchers.
    pub const BOOKINGS: Self = Self("bookings");
    /// Feedback.
    pub const FEEDBACK: Self = Self("feedback");
    /// Phrases and referrals.
    pub const GUIDANCE: Self = Self("guidance");
    /// The ledger.
    pub const LEDGER: Self = Self("ledger");
    /// The journal.
    pub const JOURNAL: Self = Self("journal");
    /// How long records are kept, and what was destroyed.
    pub const RETENTION: Self = Self("retention");
    /// People's requests about their own data.
    pub const REQUESTS: Self = Self("requests");
    /// The register of what left the desk.
    pub const DISCLOSURES: Self = Self("disclosures");
    /// Reports of incidents.
    pub const INCIDENTS: Self = Self("incidents");
    /// Versions of the privacy notice.
    pub const NOTICES: Self = Self("notices");
    /// Backups and their second place.
    pub const BACKUPS: Self = Self("backups");
    /// Drafts.
    pub const DRAFTS: Self = Self("drafts");
    /// What shows records of people: erasing somebody and destroying what is due touch all of it.
    pub const RECORDS: &[Self] = &[
        Self::RETENTION,
        Self::VISITORS,
        Self::ENCOUNTERS,
        Self::PROMISES,
        Self::TICKETS,
        Self::PROPOSALS,
        Self::BOOKINGS,
        Self::FEEDBACK,
        Self::LEDGER,
        Self::REQUESTS,
        Self::DRAFTS,
        Self::JOURNAL,
    ];
}

/// A value, what else has changed by making it, and when.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answer {
    /// The view.
    pub value: Value,
    /// Topics whose screens are stale now.
    pub touched: Vec<Topic>,
    /// What the machine's clock showed then, UTC milliseconds: the page has no other.
    pub at: i64,
}

/// One line of the table, as `deskctl commands` prints it.
#[derive(Debug, Clone, Serialize)]
pub struct CommandLine {
    /// `subject.verb`.
    pub name: &'static str,
    /// `read`, `write` or `gate`.
    pub kind: &'static str,
    /// The right it needs; none: any signed-in person, or nobody for `session` and `setup`.
    pub right: Option<&'static str>,
    /// When it may be called: `signed_in`, or what it does not wait for.
    pub opens: &'static str,
    /// Who asks: `person` or `window`.
    pub by: &'static str,
    /// What is done before: `nothing` or `backup`.
    pub first: &'static str,
    /// TypeScript of its input.
    pub input: String,
    /// TypeScript of its view.
    pub view: String,
    /// Topics it shows.
    pub shows: Vec<Topic>,
    /// Topics it touches.
    pub touches: Vec<Topic>,
}

type GateRun = Box<dyn Fn(&Context<'_>, Value) -> Result<Value, Fault> + Send + Sync>;
type ReadRun = Box<dyn Fn(&Reading<'_>, Value) -> Result<Value, Fault> + Send + Sync>;
type DrawRun = Box<dyn Fn(&Reading<'_>, &Fonts, Value) -> Result<Value, Fault> + Send + Sync>;
type WriteRun = Box<dyn Fn(&Writing<'_>, Value) -> Result<Value, Fault> + Send + Sync>;

type DueRun = Box<dyn Fn(&Reading<'_>, Value) -> Result<bool, Fault> + Send + Sync>;
type NoteRun = Box<dyn Fn(&Writing<'_>, Value) -> Result<(), Fault> + Send + Sync>;

/// How a command runs.
pub(crate) enum Kind {
    /// In one consistent view.
    Read(ReadRun),
    /// The same, and what it shows is drawn like paper.
    Draw(DrawRun),
    /// Looks, and where that is due notes first that it was looked; that may be refused.
    Look {
        due: DueRun,
        note: NoteRun,
        show: ReadRun,
    },
    /// In one transaction, once per operation id.
    Write(WriteRun),
    /// In one transaction; repeating it does no harm, so its answer is not kept.
    Repeat(WriteRun),
    /// Around transactions: keys, printers, files.
    Gate(GateRun),
}

/// A command.
pub(crate) struct Command {
    pub name: &'static str,
    pub right: Option<Right>,
    pub shows: &'static [Topic],
    pub touches: &'static [Topic],
    pub policy: Policy,
    pub kind: Kind,
    pub fits: fn(Value) -> Result<(), Fault>,
    pub input: fn(&mut Types) -> String,
    pub view: fn(&mut Types) -> String,
}

impl Command {
    /// What it touches; every write is a line of the journal too.
    pub(crate) fn touched(&self) -> Vec<Topic> {
        let mut touched = self.touches.to_vec();
        if matches!(self.kind, Kind::Write(_)) && !touched.contains(&Topic::JOURNAL) {
            touched.push(Topic::JOURNAL);
        }
        touched
    }
}

pub(crate) fn parse<I: DeserializeOwned>(input: Value) -> Result<I, Fault> {
    let input = if input.is_null() {
        Value::Object(serde_json::Map::new())
    } else {
        input
    };
    serde_path_to_error::deserialize(input).map_err(|error: serde_path_to_error::Error<_>| {
        let within = error.path().to_string();
        let within = (within != ".").then_some(within);
        // A field that is missing, or that nobody knows, is named in the message alone.
        let named = named_by(&error.inner().to_string());
        let path = match (within, named) {
            (Some(within), Some(named)) if !within.ends_with(&named) => format!("{within}.{named}"),
            (within, named) => within.or(named).unwrap_or_else(|| ".".to_owned()),
        };
        let field = (path != ".").then(|| path.clone());
        Fault::Gate("input_shape", vec![("path", Value::String(path))], field)
    })
}

/// The field in ``missing field `phone` `` and ``unknown field `fone`, expected …``.
fn named_by(message: &str) -> Option<String> {
    let rest = ["missing field `", "unknown field `"]
        .iter()
        .find_map(|start| message.strip_prefix(start))?;
    let (name, _) = rest.split_once('`')?;
    Some(name.to_owned())
}

fn view<V: Serialize>(value: V) -> Result<Value, Fault> {
    serde_json::to_value(value).map_err(|_| Fault::gate("store_failed"))
}

/// Notes the types of a command beside how it runs.
fn command<I: DeserializeOwned + TS + 'static, V: TS + 'static>(
    name: &'static str,
    right: Option<Right>,
    shows: &'static [Topic],
    touches: &'static [Topic],
    kind: Kind,
) -> Command {
    let (input, view) = (collect::<I>, collect::<V>);
    Command {
        name,
        right,
        shows,
        touches,
        policy: Policy::default(),
        kind,
        fits: |input| parse::<I>(input).map(drop),
        input,
        view,
    }
}

/// A command that only looks.
pub(crate) fn read<I, V>(
    name: &'static str,
    right: impl Into<Option<Right>>,
    shows: &'static [Topic],
    run: fn(&Reading<'_>, I) -> Result<V, Fault>,
) -> Command
where
    I: DeserializeOwned + TS + 'static,
    V: Serialize + TS + 'static,
{
    let kind = Kind::Read(Box::new(move |r, input| view(run(r, parse(input)?)?)));
    command::<I, V>(name, right.into(), shows, &[], kind)
}

/// A command that only looks, and shows what it finds as it is on paper.
pub(crate) fn draw<I, V>(
    name: &'static str,
    right: impl Into<Option<Right>>,
    shows: &'static [Topic],
    run: fn(&Reading<'_>, &Fonts, I) -> Result<V, Fault>,
) -> Command
where
    I: DeserializeOwned + TS + 'static,
    V: Serialize + TS + 'static,
{
    let run: DrawRun = Box::new(move |r, fonts, input| view(run(r, fonts, parse(input)?)?));
    command::<I, V>(name, right.into(), shows, &[], Kind::Draw(run))
}

/// A command that looks, and notes that it looked: `due` says whether, `note` does it in the
/// transaction in which `show` looks then.
pub(crate) fn look<I, V>(
    name: &'static str,
    right: impl Into<Option<Right>>,
    shows: &'static [Topic],
    due: fn(&Reading<'_>, &I) -> Result<bool, Fault>,
    note: fn(&Writing<'_>, &I) -> Result<(), Fault>,
    show: fn(&Reading<'_>, I) -> Result<V, Fault>,
) -> Command
where
    I: DeserializeOwned + TS + 'static,
    V: Serialize + TS + 'static,
{
    let kind = Kind::Look {
        due: Box::new(move |r, input| due(r, &parse(input)?)),
        note: Box::new(move |w, input| note(w, &parse(input)?)),
        show: Box::new(move |r, input| view(show(r, parse(input)?)?)),
    };
    command::<I, V>(name, right.into(), shows, &[], kind)
}

/// A command that changes something, once per operation id.
pub(crate) fn write<I, V>(
    name: &'static str,
    right: impl Into<Option<Right>>,
    touches: &'static [Topic],
    run: fn(&Writing<'_>, I) -> Result<V, Fault>,
) -> Command
where
    I: DeserializeOwned + TS + 'static,
    V: Serialize + TS + 'static,
{
    let kind = Kind::Write(Box::new(move |w, input| view(run(w, parse(input)?)?)));
    command::<I, V>(name, right.into(), &[], touches, kind)
}

/// A change that may be repeated without harm.
pub(crate) fn repeat<I, V>(
    name: &'static str,
    right: impl Into<Option<Right>>,
    touches: &'static [Topic],
    run: fn(&Writing<'_>, I) -> Result<V, Fault>,
) -> Command
where
    I: DeserializeOwned + TS + 'static,
    V: Serialize + TS + 'static,
{
    let kind = Kind::Repeat(Box::new(move |w, input| view(run(w, parse(input)?)?)));
    command::<I, V>(name, right.into(), &[], touches, kind)
}

/// A command of the gateway itself.
pub(crate) fn gate<I, V>(
    name: &'static str,
    right: impl Into<Option<Right>>,
    touches: &'static [Topic],
    run: fn(&Context<'_>, I) -> Result<V, Fault>,
) -> Command
where
    I: DeserializeOwned + TS + 'static,
    V: Serialize + TS + 'static,
{
    let kind = Kind::Gate(Box::new(move |c, input| view(run(c, parse(input)?)?)));
    command::<I, V>(name, right.into(), &[], touches, kind)
}

/// The commands by name.
pub(crate) struct Table {
    commands: BTreeMap<&'static str, Command>,
}

impl Table {
    pub(crate) fn new(commands: Vec<Command>) -> Self {
        let commands = commands.into_iter().map(|c| (c.name, c)).collect();
        Self { commands }
    }

    pub(crate) fn find(&self, name: &str) -> Option<&Command> {
        self.commands.get(name)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Command> {
        self.commands.values()
    }

    pub(crate) fn lines(&self) -> Vec<CommandLine> {
        let mut types = Types::default();
        self.iter()
            .map(|command| CommandLine {
                name: command.name,
                kind: match command.kind {
                    Kind::Read(_) | Kind::Draw(_) | Kind::Look { .. } => "read",
                    Kind::Write(_) | Kind::Repeat(_) => "write",
                    Kind::Gate(_) => "gate",
                },
                right: command.right.map(Right::code),
                opens: command.policy.opens.code(),
                by: command.policy.by.code(),
                first: command.policy.first.code(),
                input: (command.input)(&mut types),
                view: (command.view)(&mut types),
                shows: command.shows.to_vec(),
                touches: command.touched(),
            })
            .collect()
    }
}

//! The desk's closed sets on the wire: their codes as text, a union in TypeScript.

/// `wire_codes! { Sex = desk::people::visitors::Sex, … }` makes a wire type of each.
macro_rules! wire_codes {
    ($($(#[$doc:meta])* $name:ident = $path:path),+ $(,)?) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub $path);

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.0.code())
            }
        }
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let code = <String as serde::Deserialize>::deserialize(deserializer)?;
                <$path>::parse(&code)
                    .map(Self)
                    .ok_or_else(|| serde::de::Error::custom("unknown code"))
            }
        }
        impl ts_rs::TS for $name {
            type WithoutGenerics = Self;
            type OptionInnerType = Self;
            fn name(_: &ts_rs::Config) -> String {
                stringify!($name).to_owned()
            }
            fn decl(cfg: &ts_rs::Config) -> String {
                format!("type {} = {};", stringify!($name), Self::inline(cfg))
            }
            fn decl_concrete(cfg: &ts_rs::Config) -> String {
                Self::decl(cfg)
            }
            fn inline(_: &ts_rs::Config) -> String {
                <$path>::ALL.iter().map(|v| format!("\"{}\"", v.code())).collect::<Vec<_>>().join(" | ")
            }
            fn output_path() -> Option<std::path::PathBuf> {
                Some(std::path::PathBuf::from("generated.ts"))
            }
        }
        impl From<$path> for $name {
            fn from(value: $path) -> Self {
                Self(value)
            }
        }
    )+ };
}
pub(crate) use wire_codes;

/// The language that a paper or a file is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperLanguage {
    /// 中文.
    #[default]
    Zh,
    /// English.
    En,
}

impl PaperLanguage {
    pub(crate) const fn paper(self) -> paper::Language {
        match self {
            Self::Zh => paper::Language::Zh,
            Self::En => paper::Language::En,
        }
    }
}

wire_codes! {
    /// Role of a member of staff.
    Role = desk::ground::roles::Role,
    /// One thing a command may need.
    Right = desk::ground::roles::Right,
    /// What is doubted of what was typed about a visitor.
    Doubt = desk::people::visitors::Doubt,
    /// Why a visitor gave no phone.
    NoPhone = desk::people::visitors::NoPhone,
    /// Sex of a visitor.
    Sex = desk::people::visitors::Sex,
    /// What a person's record is opened for.
    OpenedFor = desk::people::openings::Purpose,
    /// Kind of identity document.
    IdKind = desk::people::visitors::IdKind,
    /// What a consent covers.
    Scope = desk::people::visitors::Scope,
    /// How a consent was given.
    Manner = desk::people::visitors::Manner,
    /// What may be done with a visitor's record.
    Standing = desk::people::visitors::Standing,
    /// What a restriction holds.
    RestrictionHold = desk::people::visitors::Hold,
    /// A kind of record with a retention rule.
    RetentionKind = desk::record::retention::Kind,
    /// What a retention rule rests on.
    RetentionSource = desk::record::retention::Source,
    /// Why a record is kept.
    KeptWhy = desk::record::retention::Why,
    /// What a person wishes for their data.
    RequestWish = desk::record::requests::Wish,
    /// How we know that it is them.
    RequestVerified = desk::record::requests::Verified,
    /// What came of a request.
    RequestOutcome = desk::record::requests::RequestOutcome,
    /// What was done on a request.
    RequestStepKind = desk::record::requests::Step,
    /// What a held fact says.
    HeldField = desk::record::requests::Field,
    /// What kind of thing is known of a person's health.
    HeldHealth = desk::record::requests::HealthFact,
    /// What stays after erasing.
    KeptAfter = desk::record::requests::Kept,
    /// How a special group lifts a person.
    Lift = desk::people::visitors::Lift,
    /// Why a visitor was found.
    Why = desk::people::visitors::Why,
    /// A day that differs from its weekday.
    DayKind = desk::house::institution::DayKind,
    /// What a day is off for, or made up for.
    Festival = desk::house::institution::Festival,
    /// A moment that is offered for a promise.
    PromiseTime = desk::reception::encounters::PromiseTime,
    /// How somebody reached us.
    Channel = desk::reception::encounters::Channel,
    /// Urgency of a matter.
    Urgency = desk::reception::categories::Urgency,
    /// Complexity of a matter.
    Complexity = desk::reception::categories::Complexity,
    /// How an encounter ended.
    Outcome = desk::reception::encounters::Outcome,
    /// Nature of a question.
    Nature = desk::reception::encounters::Nature,
    /// A step that has its phrases.
    Step = desk::reception::guidance::Step,
    /// Part of the working time a phrase fits.
    Hour = desk::reception::guidance::Hour,
    /// Channel a phrase fits.
    Voice = desk::reception::guidance::Voice,
    /// What a feedback is.
    FeedbackKind = desk::quality::feedback::Kind,
    /// Where a feedback stands.
    FeedbackState = desk::quality::feedback::State,
    /// A step of a feedback.
    FeedbackStep = desk::quality::feedback::Step,
    /// How a person was told.
    ToldHow = desk::quality::feedback::How,
    /// What becomes of a suggestion.
    Adoption = desk::quality::feedback::Adoption,
    /// What came of asking for satisfaction.
    Asked = desk::quality::feedback::Asked,
    /// How a limit stands.
    DueMark = desk::quality::feedback::DueMark,
    /// Which part of the feedback.
    FeedbackFilter = desk::quality::feedback::Filter,
    /// How a promise stands.
    PromiseState = desk::record::ledger::PromiseState,
    /// What of the ledger changed after its day was over.
    LedgerChange = desk::record::ledger::Change,
    /// What kind of word a term is.
    TermKind = desk::advice::catalogue::TermKind,
    /// What may have to be asked.
    Question = desk::advice::assessments::Question,
    /// Why something is not proposed.
    Hindrance = desk::advice::assessments::suit::Hindrance,
    /// On which side a point of a proposal stands.
    Side = desk::advice::proposals::Side,
    /// What a point of a proposal says.
    Say = desk::advice::proposals::Say,
    /// What came of weighing the catalogue.
    Verdict = desk::advice::proposals::Verdict,
    /// What a person decided on a proposal.
    Choice = desk::advice::proposals::Choice,
    /// A language a conversation can be held in.
    SpokenLanguage = desk::ground::language::Language,
    /// Whom a service point is for.
    PointAudience = desk::reception::points::Audience,
    /// Why a ticket stands where it stands.
    TicketWhy = desk::reception::tickets::order::Why,
    /// Where a ticket is on its way.
    TicketState = desk::reception::tickets::State,
    /// What was done to a ticket.
    TicketStepKind = desk::reception::tickets::StepKind,
    /// Where a booking stands.
    BookingState = desk::booking::bookings::BookingState,
    /// Why nobody is taken on a day.
    Shut = desk::booking::schedules::plan::Shut,
    /// Why a slot cannot be booked.
    Bar = desk::booking::schedules::slots::Bar,
    /// In how many visits something can be done.
    Reached = desk::booking::bookings::Reached,
    /// What becomes of the other visit.
    Rest = desk::booking::bookings::Rest,
    /// How a day of a schedule differs.
    ExceptionKind = desk::booking::schedules::ExceptionKind,
    /// The paper of a voucher.
    VoucherPaper = desk::booking::vouchers::Paper,
    /// How a voucher left the desk.
    PrintWay = desk::booking::vouchers::Way,
    /// What became of a print.
    PrintState = desk::booking::vouchers::PrintState,
    /// Why a voucher is void.
    VoidCause = desk::booking::vouchers::VoidCause,
    /// Why a hidden value is shown in full.
    RevealReason = desk::people::reveals::RevealReason,
    /// On what a visitor's record rests.
    Basis = desk::people::visitors::Basis,
    /// A part of the report of an incident.
    IncidentPart = desk::record::incidents::Section,
    /// What left the desk.
    DisclosureKind = desk::record::disclosures::Kind,
    /// How much of a person was shown.
    DisclosureDetail = desk::record::disclosures::Detail,
    /// In which form something left.
    DisclosureFormat = desk::record::disclosures::Format,
    /// What it left for.
    Purpose = desk::record::disclosures::Purpose,
    /// Who received it.
    Receiver = desk::record::disclosures::Receiver,
}

//! The desk's closed sets on the wire: their codes as text, a union in TypeScript.

/// `wire_codes! { Sex = desk::visitors::Sex, … }` makes a wire type of each.
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

wire_codes! {
    /// Role of a member of staff.
    Role = desk::roles::Role,
    /// One thing a command may need.
    Right = desk::roles::Right,
    /// Sex of a visitor.
    Sex = desk::visitors::Sex,
    /// Kind of identity document.
    IdKind = desk::visitors::IdKind,
    /// What a consent covers.
    Scope = desk::visitors::Scope,
    /// How a consent was given.
    Manner = desk::visitors::Manner,
    /// What may be done with a visitor's record.
    Standing = desk::visitors::Standing,
    /// What a restriction holds.
    RestrictionHold = desk::visitors::Hold,
    /// A kind of record with a retention rule.
    RetentionKind = desk::retention::Kind,
    /// What a retention rule rests on.
    RetentionSource = desk::retention::Source,
    /// Why a record is kept.
    KeptWhy = desk::retention::Why,
    /// What a person wishes for their data.
    RequestWish = desk::requests::Wish,
    /// How we know that it is them.
    RequestVerified = desk::requests::Verified,
    /// What came of a request.
    RequestOutcome = desk::requests::RequestOutcome,
    /// What was done on a request.
    RequestStepKind = desk::requests::Step,
    /// A part of what is held about a person.
    HeldPart = desk::requests::Part,
    /// What a held fact says.
    HeldField = desk::requests::Field,
    /// What stays after erasing.
    KeptAfter = desk::requests::Kept,
    /// How a special group lifts a person.
    Lift = desk::visitors::Lift,
    /// Why a visitor was found.
    Why = desk::visitors::Why,
    /// A day that differs from its weekday.
    DayKind = desk::institution::DayKind,
    /// How somebody reached us.
    Channel = desk::encounters::Channel,
    /// Urgency of a matter.
    Urgency = desk::encounters::Urgency,
    /// Complexity of a matter.
    Complexity = desk::encounters::Complexity,
    /// How an encounter ended.
    Outcome = desk::encounters::Outcome,
    /// Nature of a question.
    Nature = desk::encounters::Nature,
    /// A step that has its phrases.
    Step = desk::guidance::Step,
    /// Part of the working time a phrase fits.
    Hour = desk::guidance::Hour,
    /// Channel a phrase fits.
    Voice = desk::guidance::Voice,
    /// What a feedback is.
    FeedbackKind = desk::feedback::Kind,
    /// Where a feedback stands.
    FeedbackState = desk::feedback::State,
    /// A step of a feedback.
    FeedbackStep = desk::feedback::Step,
    /// How a person was told.
    ToldHow = desk::feedback::How,
    /// What becomes of a suggestion.
    Adoption = desk::feedback::Adoption,
    /// What came of asking for satisfaction.
    Asked = desk::feedback::Asked,
    /// How a limit stands.
    DueMark = desk::feedback::DueMark,
    /// Which part of the feedback.
    FeedbackFilter = desk::feedback::Filter,
    /// How a promise stands.
    PromiseState = desk::ledger::PromiseState,
    /// What kind of word a term is.
    TermKind = desk::catalogue::TermKind,
    /// What may have to be asked.
    Question = desk::assessments::Question,
    /// Why something is not proposed.
    Hindrance = desk::assessments::suit::Hindrance,
    /// On which side a point of a proposal stands.
    Side = desk::proposals::Side,
    /// What a point of a proposal says.
    Say = desk::proposals::Say,
    /// What a person decided on a proposal.
    Choice = desk::proposals::Choice,
    /// A language a conversation can be held in.
    SpokenLanguage = desk::points::Language,
    /// Whom a service point is for.
    PointAudience = desk::points::Audience,
    /// Why a ticket stands where it stands.
    TicketWhy = desk::tickets::order::Why,
    /// Where a ticket is on its way.
    TicketState = desk::tickets::State,
    /// What was done to a ticket.
    TicketStepKind = desk::tickets::StepKind,
    /// Where a booking stands.
    BookingState = desk::bookings::BookingState,
    /// Why nobody is taken on a day.
    Shut = desk::schedules::plan::Shut,
    /// Why a slot cannot be booked.
    Bar = desk::schedules::slots::Bar,
    /// How a day of a schedule differs.
    ExceptionKind = desk::schedules::ExceptionKind,
    /// The paper of a voucher.
    VoucherPaper = desk::vouchers::Paper,
    /// How a voucher left the desk.
    PrintWay = desk::vouchers::Way,
    /// What became of a print.
    PrintState = desk::vouchers::PrintState,
    /// Why a voucher is void.
    VoidCause = desk::vouchers::VoidCause,
    /// Why a hidden value is shown in full.
    RevealReason = desk::reveals::RevealReason,
    /// On what a visitor's record rests.
    Basis = desk::notices::Basis,
    /// A part of the report of an incident.
    IncidentPart = desk::incidents::Section,
    /// What left the desk.
    DisclosureKind = desk::disclosures::Kind,
    /// How much of a person was shown.
    DisclosureDetail = desk::disclosures::Detail,
    /// In which form something left.
    DisclosureFormat = desk::disclosures::Format,
    /// What it left for.
    Purpose = desk::disclosures::Purpose,
    /// Who received it.
    Receiver = desk::disclosures::Receiver,
}

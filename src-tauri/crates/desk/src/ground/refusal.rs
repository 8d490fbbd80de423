//! Every reason the desk says no, with its facts and the field at fault.
//!
//! Codes only: the window owns the sentences. A code exists only if the window
//! says something different for it.

/// A fact of a refusal, for the sentence the window builds.
#[derive(Debug, Clone, PartialEq)]
pub enum Fact {
    /// A number.
    Int(i64),
    /// A code, a number as text, a day.
    Text(String),
}

impl From<i64> for Fact {
    fn from(n: i64) -> Self {
        Self::Int(n)
    }
}
impl From<String> for Fact {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<&'static str> for Fact {
    fn from(text: &'static str) -> Self {
        Self::Text(text.to_owned())
    }
}

macro_rules! refusals {
    (@type i64) => { "number" };
    (@type String) => { "string" };
    ($($(#[$doc:meta])* $variant:ident = $code:literal { $($fact:ident : $type:ident),* }),+ $(,)?) => {
        /// Why the desk says no.
        #[derive(Debug, Clone, PartialEq)]
        pub enum Reason {
            $($(#[$doc])* $variant { $(#[doc = stringify!($fact)] $fact: $type),* }),+
        }

        impl Reason {
            /// Every code with the names and the TypeScript types of its facts.
            pub const CODES: &'static [(&'static str, &'static [(&'static str, &'static str)])] =
                &[$(($code, &[$((stringify!($fact), refusals!(@type $type))),*])),+];

            /// The code that crosses to the window.
            pub const fn code(&self) -> &'static str {
                match self { $(Self::$variant { .. } => $code),+ }
            }

            /// The facts of the sentence.
            pub fn facts(&self) -> Vec<(&'static str, Fact)> {
                match self {
                    $(Self::$variant { $($fact),* } => vec![$((stringify!($fact), Fact::from($fact.clone()))),*]),+
                }
            }
        }
    };
}

refusals! {
    /// A required field is empty.
    Empty = "empty" {},
    /// A text is longer than the field holds (characters).
    TooLong = "too_long" { max: i64, got: i64 },
    /// A control character, such as NUL, stands in the text.
    ControlCharacter = "control_character" { position: i64 },
    /// A number lies outside what makes sense.
    OutOfRange = "out_of_range" { min: i64, max: i64 },
    /// A day or time that does not exist or cannot be read.
    NoSuchTime = "no_such_time" {},
    /// A code that is not in the closed set of this field.
    UnknownCode = "unknown_code" { got: String },
    /// The thing asked for is not there.
    NotFound = "not_found" {},
    /// Somebody changed it in the meantime, or it is in a state that does not allow this.
    WrongState = "wrong_state" { state: String },
    /// A reason is due and missing.
    ReasonNeeded = "reason_needed" {},
    /// The same operation id came with another command.
    OperationReused = "operation_reused" {},
    /// An identity number with a wrong check digit (GB 11643).
    IdCheckDigit = "id_check_digit" { expected: String },
    /// An identity number that is not 18 characters long, or holds letters where digits stand.
    IdShape = "id_shape" { got: i64 },
    /// An identity number whose birth date does not exist or lies in the future.
    IdBirthDate = "id_birth_date" {},
    /// Birth date or sex differ from those in the identity number.
    IdDiffers = "id_differs" {},
    /// The person has another record with this identity number.
    IdTaken = "id_taken" { visitor: i64 },
    /// A phone number without enough digits to be called.
    PhoneShape = "phone_shape" {},
    /// A named visitor needs a consent to the processing of personal data first (R 1.5).
    ConsentMissing = "consent_missing" {},
    /// The matter does not allow staying anonymous (R 1.5).
    AnonymousNotAllowed = "anonymous_not_allowed" {},
    /// The staff number is taken.
    StaffNoTaken = "staff_no_taken" {},
    /// A staff number is 2 to 12 letters and digits.
    StaffNoShape = "staff_no_shape" {},
    /// The password is too weak.
    PasswordWeak = "password_weak" {},
    /// The current password is wrong.
    PasswordWrong = "password_wrong" {},
    /// The new password is the old one.
    PasswordSame = "password_same" {},
    /// There must be one active administrator.
    LastAdministrator = "last_administrator" {},
    /// One cannot take one's own account away.
    OwnAccount = "own_account" {},
    /// Opening hours that end before they start, or a break outside them.
    HoursOrder = "hours_order" { weekday: i64 },
    /// The encounter is closed.
    EncounterClosed = "encounter_closed" {},
    /// The encounter needs an outcome before it can be closed.
    OutcomeMissing = "outcome_missing" {},
    /// A promise must lie in the future.
    PromiseInPast = "promise_in_past" {},
    /// A promise needs a phone to call back (R 3.3).
    PromiseNeedsContact = "promise_needs_contact" {},
    /// Nobody can be called or texted without a number; put the answer up instead.
    FeedbackNoContact = "feedback_no_contact" {},
    /// The person was told but not asked how satisfied they are (R 6.3).
    SatisfactionMissing = "satisfaction_missing" {},
    /// A period ends before it begins or is longer than it may be (days).
    PeriodLength = "period_length" { max: i64 },
    /// A code of the catalogue is taken.
    CodeTaken = "code_taken" {},
    /// A code of the catalogue is 2 to 40 small letters, digits and hyphens.
    CodeShape = "code_shape" {},
    /// More choices than can be weighed.
    TooMany = "too_many" { max: i64 },
    /// The proposal belongs to needs that have changed since.
    ProposalStale = "proposal_stale" {},
    /// Categories have two levels (R 2.1).
    TwoLevels = "two_levels" {},
    /// The prefix of ticket numbers is one letter, A to Z.
    PrefixShape = "prefix_shape" {},
    /// Another top category has this prefix.
    PrefixTaken = "prefix_taken" {},
    /// A top category still has leaves that are offered.
    CategoryHasLeaves = "category_has_leaves" { count: i64 },
    /// The service point cannot do this matter.
    PointCannot = "point_cannot" {},
    /// Nobody sits at the service point.
    PointClosed = "point_closed" {},
    /// No service point can do this matter.
    NoPointCan = "no_point_can" {},
    /// The actor sits at no service point.
    NotAtPoint = "not_at_point" {},
    /// The actor has called or is talking with somebody already.
    TicketInHand = "ticket_in_hand" { number: String },
    /// The encounter has a ticket in the queue already.
    TicketLive = "ticket_live" { number: String },
    /// Somebody else is next; out of turn needs a move with a reason (R 2.3).
    NotNext = "not_next" { number: String },
    /// A colleague called this ticket.
    NotYourTicket = "not_your_ticket" { number: String },
    /// Nobody waits.
    NobodyWaiting = "nobody_waiting" {},
    /// There is no step of one's own that can be taken back.
    NothingToUndo = "nothing_to_undo" {},
    /// Two windows of a schedule share a minute.
    WindowsOverlap = "windows_overlap" { weekday: i64 },
    /// Service, time, name and phone were not read back yet (R 5.2).
    ReadBackMissing = "read_back_missing" {},
    /// One booking is one day.
    SeveralDays = "several_days" {},
    /// The service is not offered at this place, or has no time of its own.
    NotBookable = "not_bookable" { service: String },
    /// Nobody is taken on this day.
    ClosedDay = "closed_day" { day: String },
    /// Nobody books so far ahead.
    BeyondHorizon = "beyond_horizon" { days: i64 },
    /// The day has no slot at this time, or not any more.
    SlotGone = "slot_gone" { start: String },
    /// Everybody the slot can take has been booked.
    SlotFull = "slot_full" { start: String, capacity: i64 },
    /// The slot has begun.
    SlotPast = "slot_past" {},
    /// The service must be booked further ahead.
    LeadTime = "lead_time" { hours: i64 },
    /// The person is booked elsewhere at that time.
    Overlap = "overlap" { start: String },
    /// Nobody is late before the time.
    NotYet = "not_yet" { start: String },
    /// Neither a voucher's number nor its code: how many digits there are.
    VoucherUnreadable = "voucher_unreadable" { got: i64 },
    /// The check digit says that the number was mistyped.
    VoucherTypo = "voucher_typo" {},
    /// No voucher has this number.
    VoucherUnknown = "voucher_unknown" {},
    /// The code is not one that this desk made.
    VoucherForged = "voucher_forged" {},
    /// The voucher counts no more: cancelled or rescheduled.
    VoucherVoid = "voucher_void" { cause: String },
    /// The voucher is for another day.
    VoucherOtherDay = "voucher_other_day" { day: String },
    /// The person was checked in before.
    AlreadyCheckedIn = "already_checked_in" { at: i64 },
    /// The record is restricted to storage (PIPL 47).
    VisitorRestricted = "visitor_restricted" {},
    /// The person's data were erased.
    VisitorErased = "visitor_erased" {},
    /// The journal is kept at least this many days by law, and its rule is only raised.
    JournalTooShort = "journal_too_short" { min: i64 },
    /// Records of this kind are kept at least this many days.
    RetentionTooShort = "retention_too_short" { min: i64 },
    /// What was previewed is not what would be destroyed now.
    PreviewStale = "preview_stale" {},
    /// Nothing is due.
    NothingDue = "nothing_due" {},
    /// The request was answered and closed.
    RequestClosed = "request_closed" {},
    /// Matters of the person are still open: they cannot be erased yet.
    MattersOpen = "matters_open" { count: i64 },
    /// A line from paper needs the entry's number and twenty digits of its seal.
    PaperLineShape = "paper_line_shape" {},
    /// The texts are those that are in force already.
    NothingNew = "nothing_new" {},
}

/// A refusal: the reason and, where one is at fault, the field.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("refused: {}", reason.code())]
pub struct Refusal {
    /// Why.
    pub reason: Reason,
    /// The input field at fault, by its name on the wire.
    pub field: Option<String>,
}

impl Reason {
    /// The refusal of a field.
    pub fn at(self, field: impl Into<String>) -> Refusal {
        Refusal {
            reason: self,
            field: Some(field.into()),
        }
    }

    /// A refusal that no single field is at fault for.
    pub fn refuse(self) -> Refusal {
        Refusal {
            reason: self,
            field: None,
        }
    }
}

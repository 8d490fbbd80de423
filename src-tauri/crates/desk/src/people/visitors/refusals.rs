//! Why a visitor is refused.

crate::ground::refusal::refusals! {
    Refused {
        /// An identity number with a wrong check digit (GB 11643).
        IdCheckDigit = "id_check_digit" { expected: String },
        /// An identity number that is not 18 characters long, or holds letters where digits stand.
        IdShape = "id_shape" { got: i64 },
        /// The 15 digits of a card of the first generation, which is not valid any more.
        IdFirstGeneration = "id_first_generation" {},
        /// The number is of another kind of document.
        IdKindDiffers = "id_kind_differs" {},
        /// An identity number whose birth date does not exist or lies in the future.
        IdBirthDate = "id_birth_date" {},
        /// Birth date or sex differ from those in the identity number.
        IdDiffers = "id_differs" {},
        /// The person has another record with this identity number.
        IdTaken = "id_taken" { visitor: i64 },
        /// A group or condition that nobody of this sex has.
        NotOfSex = "not_of_sex" { about: String },
        /// A birth date that is not written in any way that is read, or may mean two things.
        BornUnread = "born_unread" {},
        /// There is no phone, and nobody said why.
        PhoneOrWhy = "phone_or_why" {},
        /// What is typed can hardly be meant: what is doubted (`Doubt`), and of which codes.
        /// Sent again with its field among those that are sure, it is taken.
        AskAgain = "ask_again" { doubt: String, about: String },
        /// A phone number without enough digits to be called.
        PhoneShape = "phone_shape" {},
        /// A named visitor needs a consent to the processing of personal data first (R 1.5).
        ConsentMissing = "consent_missing" {},
        /// Somebody under this age does not consent alone: a guardian does (PIPL 31).
        GuardianNeeded = "guardian_needed" { under: i64 },
        /// The record is restricted to storage (PIPL 47).
        VisitorRestricted = "visitor_restricted" {},
        /// The person's data were erased.
        VisitorErased = "visitor_erased" {},
    }
}

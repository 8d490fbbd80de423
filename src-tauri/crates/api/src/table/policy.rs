//! The columns of a command beside its right: when it may be called, who asks, what is
//! done before it.

use super::Command;

/// When a command may be called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Opens {
    /// In a session, once the recovery codes were typed back, with a password of one's
    /// own, and no alarm standing.
    #[default]
    SignedIn,
    /// At any time, by anybody: it asks for a secret or a right itself where it needs one.
    Always,
    /// In a session, while an alarm stands too.
    DuringAlarm,
    /// In a session, before the recovery codes were typed back too.
    Unconfirmed,
    /// In a session, while the password has to be changed too.
    PasswordDue,
}

/// Whether a person asks or the window by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum By {
    /// A person: the desk stays open for the idle time from now.
    #[default]
    Person,
    /// The window by itself: nobody's hand.
    Window,
}

/// What is done before the command runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum First {
    /// Nothing.
    #[default]
    Nothing,
    /// A backup: what the command does cannot be taken back.
    Backup,
}

/// Whether the store stays open for a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Store {
    /// It stays open until the command is over.
    #[default]
    Held,
    /// A restore closes it, or somebody may lock while a dialog is open: the command
    /// must not hold it open, and asks for it itself.
    Left,
}

/// How often a command may be called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Pace {
    /// As often as one likes.
    #[default]
    Free,
    /// As fast as a hand types: it searches for people, and its answers tell what masks hide.
    Hand,
}

/// The columns of a command beside its right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Policy {
    pub opens: Opens,
    pub by: By,
    pub first: First,
    pub store: Store,
    pub pace: Pace,
}

impl Opens {
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::SignedIn => "signed_in",
            Self::Always => "always",
            Self::DuringAlarm => "during_alarm",
            Self::Unconfirmed => "unconfirmed",
            Self::PasswordDue => "password_due",
        }
    }
}

impl By {
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Window => "window",
        }
    }
}

impl First {
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Backup => "backup",
        }
    }
}

impl Command {
    /// When it may be called, if not only in an ordinary session.
    pub(crate) fn opens(mut self, opens: Opens) -> Self {
        self.policy.opens = opens;
        self
    }

    /// The window asks by itself.
    pub(crate) fn by_window(mut self) -> Self {
        self.policy.by = By::Window;
        self
    }

    /// The store is not held open while it runs.
    pub(crate) fn leaves_store(mut self) -> Self {
        self.policy.store = Store::Left;
        self
    }

    /// It searches for people.
    pub(crate) fn at_hand_pace(mut self) -> Self {
        self.policy.pace = Pace::Hand;
        self
    }

    /// A backup is made first.
    pub(crate) fn after_backup(mut self) -> Self {
        self.policy.first = First::Backup;
        self
    }
}

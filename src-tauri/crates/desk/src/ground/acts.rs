//! What the journal calls things. A subject declares its own actions and objects in
//! its `acts.rs`; nobody else can make one, so that each has its words in the window
//! (`crate::subjects` lists them all). The codes are sealed into the journal's
//! chain: they are never changed.

/// What kind of act an action is; the report of an incident counts by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Something was written.
    Changed,
    /// A record was looked at on purpose.
    Looked,
    /// A hidden value was shown in full.
    Revealed,
    /// Something left the desk, or turned out not to have.
    Exported,
    /// Somebody came in or locked the desk.
    SignedIn,
    /// A wrong secret was tried.
    Failed,
    /// The store or the clock was not as it should be.
    Alarmed,
    /// Something that answers an alarm: keys, accounts, backups.
    Answered,
}

/// An action as the journal has it: `subject.verb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Action {
    code: &'static str,
    kind: Kind,
}

impl Action {
    /// Only `acts!` calls this, so that each belongs to the subject that declares it.
    pub(crate) const fn declared(code: &'static str, kind: Kind) -> Self {
        Self { code, kind }
    }

    /// What stands in the journal.
    pub const fn code(self) -> &'static str {
        self.code
    }

    /// What kind of act it is.
    pub const fn kind(self) -> Kind {
        self.kind
    }
}

/// A kind of object as the journal has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Object(&'static str);

impl Object {
    /// Only `acts!` calls this, so that each belongs to the subject that declares it.
    pub(crate) const fn declared(code: &'static str) -> Self {
        Self(code)
    }

    /// What stands in the journal.
    pub const fn code(self) -> &'static str {
        self.0
    }
}

/// Everything one subject says in the journal.
#[derive(Debug, Clone, Copy)]
pub struct Acts {
    /// Its kinds of objects.
    pub objects: &'static [Object],
    /// Its actions.
    pub actions: &'static [Action],
}

/// Declares what a subject says in the journal: its objects, then its actions by kind.
macro_rules! acts {
    (
        objects { $($(#[$odoc:meta])* $object:ident = $ocode:literal),* $(,)? }
        $($kind:ident { $($(#[$doc:meta])* $action:ident = $code:expr),+ $(,)? })+
    ) => {
        $($(#[$odoc])*
        pub const $object: $crate::ground::acts::Object =
            $crate::ground::acts::Object::declared($ocode);)*
        $($($(#[$doc])*
        pub const $action: $crate::ground::acts::Action =
            $crate::ground::acts::Action::declared($code, $crate::ground::acts::Kind::$kind);)+)+
        /// Everything this subject says in the journal.
        pub(crate) const ACTS: $crate::ground::acts::Acts = $crate::ground::acts::Acts {
            objects: &[$($object),*],
            actions: &[$($($action),+),+],
        };
    };
}
pub(crate) use acts;

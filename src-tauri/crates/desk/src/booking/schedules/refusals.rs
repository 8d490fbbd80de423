//! Why a schedule is refused.

crate::ground::refusal::refusals! {
    Refused {
        /// Two windows of a schedule share a minute.
        WindowsOverlap = "windows_overlap" { weekday: i64 },
    }
}

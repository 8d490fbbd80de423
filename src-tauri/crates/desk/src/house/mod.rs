//! The house itself: the institution, its staff, its clock, its backups.

pub mod acts;
pub mod backups;
pub mod clock;
pub mod institution;
pub mod staff;

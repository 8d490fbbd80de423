//! What is kept, shown, exported and destroyed.

pub mod disclosures;
pub mod incidents;
pub mod journal;
pub mod ledger;
pub mod requests;
pub mod retention;

mod disclosures;
mod incidents;
mod journal;
mod ledger;
mod requests;
mod retention;

mod closed_days;
mod disclosures;
mod incidents;
mod journal;
mod ledger;
mod lists;
mod requests;
mod retention;

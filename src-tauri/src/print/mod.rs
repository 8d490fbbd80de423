//! Paper: a PDF goes to the system's own spooler. "Printed" means the spooler took it.

#[cfg(unix)]
mod forget;
#[cfg(unix)]
mod lp;
#[cfg(windows)]
mod windows;

use api::{PrintJob, SpoolFault};

/// Hands the job over and answers the spooler's name for it.
pub fn spool(job: &PrintJob<'_>) -> Result<String, SpoolFault> {
    #[cfg(unix)]
    let answer = lp::spool(job);
    #[cfg(windows)]
    let answer = windows::spool(job);
    if let Err(SpoolFault::Refused(words)) = &answer {
        tracing::warn!(words, "the spooler refused a job");
    }
    answer
}

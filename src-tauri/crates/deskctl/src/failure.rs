//! Why a command did not succeed, as a script reads it: a line and an exit code.

use crate::sentences;
use api::Problem;
use std::fmt;
use std::path::Path;
use std::process::ExitCode;

/// A command that did not succeed.
#[derive(Debug)]
pub enum Failure {
    /// The command line makes no sense.
    Usage(String),
    /// The gateway said no, or the store failed.
    Problem(Problem),
    /// A file named on the command line cannot be used.
    File {
        code: &'static str,
        path: String,
        why: String,
    },
}

impl Failure {
    /// The command line makes no sense.
    pub fn usage(words: impl Into<String>) -> Self {
        Self::Usage(words.into())
    }

    /// A file cannot be used.
    pub fn file(code: &'static str, path: &Path, why: &dyn fmt::Display) -> Self {
        Self::File {
            code,
            path: path.display().to_string(),
            why: why.to_string(),
        }
    }

    /// 1 refused, 2 usage, 3 the store failed, 4 the folder is in use.
    pub fn exit_code(&self) -> ExitCode {
        ExitCode::from(match self {
            Self::Usage(_) => 2,
            Self::File { .. } => 1,
            Self::Problem(problem) => match problem.code.as_str() {
                "store_full" | "store_damaged" | "store_newer" | "store_failed"
                | "folder_read_only" => 3,
                "folder_in_use" => 4,
                _ => 1,
            },
        })
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(words) => write!(f, "usage: {words}\n       deskctl help"),
            Self::File { code, path, why } => {
                write!(f, "{code}: {} ({path}: {why})", sentences::of(code))
            }
            Self::Problem(problem) => {
                write!(f, "{}: {}", problem.code, sentences::of(&problem.code))?;
                if let Some(field) = &problem.field {
                    write!(f, " [{field}]")?;
                }
                if !problem.params.is_empty() {
                    let facts: Vec<String> = problem
                        .params
                        .iter()
                        .map(|(name, value)| format!("{name}={value}"))
                        .collect();
                    write!(f, " ({})", facts.join(", "))?;
                }
                Ok(())
            }
        }
    }
}

//! What may be asked on the command line. Knows no default folder: the platform has them.

use std::ffi::OsString;
use std::path::PathBuf;

const HELP: &str = "\
首问 Shouwen
  --data DIR        where the encrypted records are kept
  --exports DIR     where vouchers, ledgers and other files for people are put
  --language LANG   zh-CN or en, until it is chosen in the window
  --at MOMENT       on a training folder: the clock runs on from here, 2026-11-23T09:07:00+08:00
  --version         the version
  --help            this text";

/// The languages the page has.
const LANGUAGES: [&str; 2] = ["zh-CN", "en"];

/// What was asked for at the start.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Args {
    /// Folder of the vault.
    pub data: Option<PathBuf>,
    /// Folder for files that people open.
    pub exports: Option<PathBuf>,
    /// Language of the page.
    pub language: Option<String>,
    /// When it shall be, UTC milliseconds.
    pub at: Option<i64>,
    /// What a driven development build answers to its dialogs.
    pub answers: Answers,
}

/// Answers to the dialogs of the system, which no driver can press.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Answers {
    /// Instead of choosing a backup.
    pub backup: Option<PathBuf>,
    /// Instead of choosing a folder.
    pub folder: Option<PathBuf>,
}

/// A window, or only words.
#[derive(Debug, PartialEq, Eq)]
pub enum Asked {
    /// Open the window.
    Start(Args),
    /// Print this and end.
    Words(String),
}

impl Args {
    /// Reads the arguments without the program's name. The error is a sentence for a terminal.
    pub fn read(given: impl Iterator<Item = OsString>) -> Result<Asked, String> {
        let mut args = Self::default();
        let mut given = given;
        while let Some(name) = given.next() {
            let name = name.to_string_lossy().into_owned();
            match name.as_str() {
                "--help" | "-h" => return Ok(Asked::Words(HELP.to_owned())),
                "--version" => return Ok(Asked::Words(env!("CARGO_PKG_VERSION").to_owned())),
                "--data" => args.data = Some(value(&name, &mut given)?.into()),
                "--exports" => args.exports = Some(value(&name, &mut given)?.into()),
                // Not offered: only for the tests of a development build.
                "--choose-backup" if cfg!(debug_assertions) => {
                    args.answers.backup = Some(value(&name, &mut given)?.into());
                }
                "--choose-folder" if cfg!(debug_assertions) => {
                    args.answers.folder = Some(value(&name, &mut given)?.into());
                }
                "--language" => args.language = Some(language(&value(&name, &mut given)?)?),
                "--at" => args.at = Some(moment(&value(&name, &mut given)?)?),
                other => return Err(format!("{other} is not known here; --help lists what is.")),
            }
        }
        Ok(Asked::Start(args))
    }
}

fn value(name: &str, given: &mut impl Iterator<Item = OsString>) -> Result<OsString, String> {
    given
        .next()
        .filter(|value| !value.is_empty())
        .ok_or_else(|| format!("{name} needs a value."))
}

fn language(value: &OsString) -> Result<String, String> {
    let value = value.to_string_lossy().into_owned();
    if LANGUAGES.contains(&value.as_str()) {
        Ok(value)
    } else {
        Err(format!("--language is zh-CN or en, not {value}."))
    }
}

fn moment(value: &OsString) -> Result<i64, String> {
    let value = value.to_string_lossy();
    chrono::DateTime::parse_from_rfc3339(&value)
        .map(|moment| moment.timestamp_millis())
        .map_err(|_| format!("--at is a moment like 2026-11-23T09:07:00+08:00, not {value}."))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]
    use super::{Args, Asked};

    fn read(words: &[&str]) -> Result<Asked, String> {
        Args::read(words.iter().map(Into::into))
    }

    #[test]
    fn folders_and_language_are_taken() {
        let asked = read(&["--data", "/d", "--exports", "/e", "--language", "en"]).unwrap();
        assert_eq!(
            asked,
            Asked::Start(Args {
                data: Some("/d".into()),
                exports: Some("/e".into()),
                language: Some("en".into()),
                ..Args::default()
            })
        );
    }

    #[test]
    fn a_moment_is_read_with_its_zone() {
        for (words, at) in [
            ("2026-11-23T09:07:00+08:00", 1_795_396_020_000),
            ("2028-02-28T16:00:00.500Z", 1_835_366_400_500),
        ] {
            let asked = read(&["--at", words]).unwrap();
            assert!(
                matches!(asked, Asked::Start(Args { at: Some(read), .. }) if read == at),
                "{words}: {asked:?}"
            );
        }
    }

    #[test]
    fn what_is_not_known_is_refused_by_name() {
        assert!(read(&["--remote"]).unwrap_err().contains("--remote"));
        assert!(read(&["--data"]).unwrap_err().contains("--data"));
        assert!(read(&["--language", "fr"]).unwrap_err().contains("fr"));
        for no_moment in ["09:07", "2026-11-23T09:07:00", "2027-02-29T09:07:00+08:00"] {
            assert!(read(&["--at", no_moment]).unwrap_err().contains(no_moment));
        }
    }
}

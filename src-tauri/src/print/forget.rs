//! CUPS keeps the file of a job that is done (a day, where nobody set otherwise), so that
//! it can be printed again. Ours can be made again here, and may show recovery codes: the
//! spooler is asked to delete it, as `cancel -x` does. That command itself is not used:
//! before CUPS 2.4.7 it names the wish wrongly and nothing is deleted.

use std::io::{self, Read, Write};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// A printer without paper is waited for so long; then the file stays to CUPS.
const LONGEST: Duration = Duration::from_secs(3600);
const LOOK_EVERY: Duration = Duration::from_secs(2);
const ANSWER: Duration = Duration::from_secs(5);

/// Where CUPS listens on this computer: Linux, macOS.
const SOCKETS: [&str; 3] = [
    "/run/cups/cups.sock",
    "/var/run/cups/cups.sock",
    "/private/var/run/cupsd",
];

/// Waits until a job is done and has its file deleted; `done` answers the spooler's list of
/// such jobs. What remains is CUPS's own and is named in SECURITY.md.
pub(super) fn when_done(job: &str, done: impl Fn() -> Option<String>) {
    let began = Instant::now();
    while began.elapsed() < LONGEST {
        std::thread::sleep(LOOK_EVERY);
        let Some(list) = done() else {
            break;
        };
        if let Some(owner) = owner(&list, job) {
            if let Err(error) = delete(job, owner) {
                tracing::warn!(kind = ?error.kind(), "the spooler keeps the file of a job");
            }
            return;
        }
    }
    tracing::warn!("the spooler was not asked to delete the file of a job");
}

/// `Desk-12   anna   1024   Sat Nov 28 …` → `anna`.
fn owner<'a>(list: &'a str, job: &str) -> Option<&'a str> {
    list.lines().find_map(|line| {
        let mut words = line.split_whitespace();
        (words.next() == Some(job)).then(|| words.next()).flatten()
    })
}

fn delete(job: &str, owner: &str) -> io::Result<()> {
    let number = job.rsplit('-').next().unwrap_or_default();
    let asked = request(number, owner);
    let mut stream = UnixStream::connect(socket().ok_or(io::ErrorKind::NotFound)?)?;
    stream.set_read_timeout(Some(ANSWER))?;
    stream.set_write_timeout(Some(ANSWER))?;
    let head = format!(
        "POST /jobs/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/ipp\r\n\
         Connection: close\r\nContent-Length: {}\r\n\r\n",
        asked.len()
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(&asked)?;
    let mut said = Vec::new();
    stream.take(65_536).read_to_end(&mut said)?;
    if taken(&said) {
        Ok(())
    } else {
        Err(io::ErrorKind::PermissionDenied.into())
    }
}

/// The one that the clients of CUPS use; a spooler elsewhere is not ours to ask.
fn socket() -> Option<PathBuf> {
    match std::env::var_os("CUPS_SERVER").map(PathBuf::from) {
        Some(named) => Some(named).filter(|path| path.is_absolute()),
        None => SOCKETS.iter().map(PathBuf::from).find(|path| path.exists()),
    }
}

/// Cancel-Job of IPP (RFC 8011) with the wish to delete what the job holds.
fn request(number: &str, owner: &str) -> Vec<u8> {
    // Version 1.1, operation 8, request 1, then the attributes of the operation.
    let mut asked = vec![1, 1, 0, 8, 0, 0, 0, 1, 1];
    let job = format!("ipp://localhost/jobs/{number}");
    for (kind, name, value) in [
        (0x47, "attributes-charset", "utf-8".as_bytes()),
        (0x48, "attributes-natural-language", "en".as_bytes()),
        (0x45, "job-uri", job.as_bytes()),
        (0x42, "requesting-user-name", owner.as_bytes()),
        (0x22, "purge-job", &[1]),
    ] {
        asked.push(kind);
        for part in [name.as_bytes(), value] {
            asked.extend(u16::try_from(part.len()).unwrap_or(0).to_be_bytes());
            asked.extend(part);
        }
    }
    asked.push(3);
    asked
}

/// HTTP 200, and a status of IPP below 0x0100.
fn taken(said: &[u8]) -> bool {
    let body = said.windows(4).position(|part| part == b"\r\n\r\n");
    let status = body.and_then(|at| said.get(at + 6..at + 8));
    said.starts_with(b"HTTP/1.1 200") && status.is_some_and(|status| status.first() == Some(&0))
}

#[cfg(test)]
mod tests {
    use super::{owner, request, taken};

    #[test]
    fn the_owner_of_the_very_job_is_told() {
        let list = "Desk-1  anna  1024  Sat Nov 28\nDesk-12 wei 1024 Sat Nov 28\nDesk-2\n";
        assert_eq!(owner(list, "Desk-12"), Some("wei"));
        assert_eq!(owner(list, "Desk-2"), None);
        assert_eq!(owner(list, "Desk-3"), None);
    }

    #[test]
    fn the_job_is_cancelled_with_the_wish_to_delete() {
        let asked = request("12", "wei");
        assert!(asked.starts_with(&[1, 1, 0, 8]));
        assert!(asked.ends_with(b"\x22\x00\x09purge-job\x00\x01\x01\x03"));
    }

    #[test]
    fn only_a_good_answer_counts() {
        assert!(taken(b"HTTP/1.1 200 OK\r\n\r\n\x01\x01\x00\x00\x00"));
        assert!(!taken(b"HTTP/1.1 200 OK\r\n\r\n\x01\x01\x04\x04\x00"));
        assert!(!taken(b"HTTP/1.1 401 Unauthorized\r\n\r\n"));
        assert!(!taken(b""));
    }
}

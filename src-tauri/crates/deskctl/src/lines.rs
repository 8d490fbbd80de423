//! Lines in and answers out, past the library's own buffers: those live as long as the
//! process and would keep passwords and names after the desk was locked.

use std::fs::File;
use std::io::{self, Read, Write};
use zeroize::Zeroizing;

/// One line without its end; wiped when it is let go.
pub type Line = Zeroizing<Vec<u8>>;

/// Says one line on standard output. Who reads it may have read enough (`| head`): then there
/// is nothing more to do.
pub fn say(line: &dyn std::fmt::Display) {
    let mut out = io::stdout().lock();
    let said = writeln!(out, "{line}").and_then(|()| out.flush());
    if said.is_err_and(|error| error.kind() == io::ErrorKind::BrokenPipe) {
        std::process::exit(0);
    }
}

/// How much is read at once.
const PIECE: usize = 4096;

/// What a script writes, a line at a time.
pub struct Lines {
    from: Box<dyn Read>,
    held: Line,
}

impl Lines {
    /// Another input.
    #[cfg(test)]
    fn of(from: impl Read + 'static) -> Self {
        Self {
            from: Box::new(from),
            held: Line::default(),
        }
    }

    /// Standard input.
    pub fn asked() -> io::Result<Self> {
        input().map(|from| Self {
            from,
            held: Line::default(),
        })
    }

    fn cut(&mut self, end: usize) -> Line {
        let rest = Zeroizing::new(self.held.split_off(end));
        std::mem::replace(&mut self.held, rest)
    }
}

impl Iterator for Lines {
    type Item = io::Result<Line>;

    /// The last line may lack its end.
    fn next(&mut self) -> Option<Self::Item> {
        let mut seen = 0;
        loop {
            let fresh = self.held.iter().skip(seen).position(|byte| *byte == b'\n');
            if let Some(at) = fresh {
                return Some(Ok(self.cut(seen + at + 1)));
            }
            seen = self.held.len();
            let mut piece = Zeroizing::new([0_u8; PIECE]);
            match self.from.read(piece.as_mut_slice()) {
                Ok(0) if self.held.is_empty() => return None,
                Ok(0) => return Some(Ok(self.cut(seen))),
                Ok(read) => self.held.extend(piece.iter().take(read)),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

/// Standard output, each write at once.
#[cfg(unix)]
pub fn answers() -> io::Result<Box<dyn Write>> {
    use std::os::fd::AsFd;
    let out = io::stdout().as_fd().try_clone_to_owned()?;
    Ok(Box::new(File::from(out)))
}

#[cfg(unix)]
fn input() -> io::Result<Box<dyn Read>> {
    use std::os::fd::AsFd;
    let from = io::stdin().as_fd().try_clone_to_owned()?;
    Ok(Box::new(File::from(from)))
}

/// On Windows the library turns what a console says into UTF-8; its buffer is not wiped.
#[cfg(not(unix))]
pub fn answers() -> io::Result<Box<dyn Write>> {
    Ok(Box::new(io::stdout()))
}

#[cfg(not(unix))]
fn input() -> io::Result<Box<dyn Read>> {
    Ok(Box::new(io::stdin()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::Lines;
    use std::io::{self, Read};

    /// Gives at most `.1` bytes at once, as a pipe may.
    struct Drip(io::Cursor<Vec<u8>>, usize);

    impl Read for Drip {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let most = into.len().min(self.1);
            self.0.read(&mut into[..most])
        }
    }

    #[test]
    fn lines_come_whole_however_they_arrive() {
        let long = "x".repeat(10_000);
        let said = format!("one\n\n{long}\nlast");
        for drip in [1, 3, 4096, 100_000] {
            let from = Drip(io::Cursor::new(said.clone().into_bytes()), drip);
            let lines: Vec<String> = Lines::of(from)
                .map(|line| String::from_utf8(line.unwrap().to_vec()).unwrap())
                .collect();
            let wanted = ["one\n", "\n", &format!("{long}\n"), "last"];
            assert_eq!(lines, wanted, "{drip} bytes at once");
        }
        assert!(Lines::of(io::empty()).next().is_none());
    }
}

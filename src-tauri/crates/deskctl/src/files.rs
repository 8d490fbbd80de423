//! Files named on the command line: secrets in, results out, readable by their owner only.

use crate::failure::Failure;
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read, Seek, Write};
use std::path::Path;
use zeroize::Zeroizing;

/// Reads a password: the whole file but one line end.
pub fn password(path: &Path) -> Result<Zeroizing<String>, Failure> {
    let unreadable = |why: &dyn std::fmt::Display| Failure::file("file_unreadable", path, why);
    let mut file = File::open(path).map_err(|error| unreadable(&error))?;
    warn_when_others_read(&file, path);
    let mut text = Zeroizing::new(String::new());
    file.read_to_string(&mut text)
        .map_err(|error| unreadable(&error))?;
    let bare = text.strip_suffix('\n').map_or(text.as_str(), |line| {
        line.strip_suffix('\r').unwrap_or(line)
    });
    if bare.is_empty() {
        return Err(unreadable(&"空文件 / empty"));
    }
    Ok(Zeroizing::new(bare.to_owned()))
}

/// Makes a new file that only its owner reads; one that exists is not touched.
pub fn create(path: &Path) -> Result<File, Failure> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(|error| failed(path, &error))
}

/// As `create`, for what is worth more than the paper it is written on: the room is taken
/// before whatever it is about happens, so that a full disk refuses and loses nothing.
pub fn create_with_room(path: &Path) -> Result<File, Failure> {
    let mut file = create(path)?;
    let taken = file
        .write_all(&[b' '; ROOM])
        .and_then(|()| file.sync_all())
        .and_then(|()| file.rewind());
    if let Err(error) = taken {
        let _ = std::fs::remove_file(path);
        return Err(failed(path, &error));
    }
    Ok(file)
}

/// More than a sheet of recovery codes takes.
const ROOM: usize = 4_096;

fn failed(path: &Path, error: &std::io::Error) -> Failure {
    let code = match error.kind() {
        ErrorKind::AlreadyExists => "file_exists",
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => "file_denied",
        ErrorKind::StorageFull => "file_disk_full",
        _ => "file_failed",
    };
    Failure::file(code, path, error)
}

/// Fills a file that was made by `create` and sees it on the disk.
pub fn fill(mut file: File, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    file.write_all(bytes)
        .and_then(|()| file.set_len(bytes.len() as u64))
        .and_then(|()| file.sync_all())
        .map_err(|error| {
            // Half a file must not lie where a whole one is looked for.
            let _ = std::fs::remove_file(path);
            failed(path, &error)
        })
}

#[cfg(unix)]
fn warn_when_others_read(file: &File, path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let open = file
        .metadata()
        .is_ok_and(|meta| meta.permissions().mode() & 0o044 != 0);
    if open {
        eprintln!(
            "warning: 其他人也能读此密码文件，请运行 chmod 600 / others can read this password file, run chmod 600: {}",
            path.display()
        );
    }
}

#[cfg(not(unix))]
fn warn_when_others_read(_: &File, _: &Path) {}

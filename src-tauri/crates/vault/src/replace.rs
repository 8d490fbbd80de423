//! Putting bytes under a name so that a crash leaves the old or the new content,
//! never a part of one.

use crate::error::{Error, Result};
use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;

/// Puts bytes under a name; when this returns they are there after a power cut.
///
/// # Errors
/// What the file system reports; then the old content stands.
pub fn replace_file(path: &Path, bytes: &[u8]) -> Result<()> {
    replace_soon(path, bytes)?;
    if let Some(folder) = path.parent() {
        sync_folder(folder)?;
    }
    Ok(())
}

/// As `replace_file`, but after a power cut the old content may be there: one
/// flush instead of two, for a file that is written at every commit.
pub(crate) fn replace_soon(path: &Path, bytes: &[u8]) -> Result<()> {
    let temporary = path.with_extension("tmp");
    {
        let mut file = private_file(&temporary)?;
        file.write_all(bytes)?;
        file.sync_all()?;
    }
    rename(&temporary, path).map_err(|error| Error::writing(path, error))
}

/// Makes the names of a folder durable; Windows does so itself.
pub(crate) fn sync_folder(folder: &Path) -> Result<()> {
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}

/// Makes a folder that only its owner may look into, with those above it; after a power
/// cut it is there.
pub(crate) fn private_folder(path: &Path) -> Result<()> {
    let new: Vec<&Path> = path.ancestors().take_while(|p| !p.exists()).collect();
    let refused = |error| Error::writing(path, error);
    fs::create_dir_all(path).map_err(refused)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(path, fs::Permissions::from_mode(0o700)).map_err(refused)?;
    }
    for parent in new.iter().filter_map(|made| made.parent()) {
        // Relative paths end in an empty one.
        if parent.is_dir() {
            sync_folder(parent)?;
        }
    }
    Ok(())
}

/// A virus scanner may hold the target for a moment; then Windows says 5 or 32.
#[cfg(windows)]
pub(crate) fn rename(from: &Path, to: &Path) -> std::io::Result<()> {
    for wait in [10, 25, 50, 100, 200] {
        match fs::rename(from, to) {
            Err(error) if matches!(error.raw_os_error(), Some(5 | 32)) => {
                std::thread::sleep(std::time::Duration::from_millis(wait));
            }
            done => return done,
        }
    }
    fs::rename(from, to)
}

#[cfg(not(windows))]
pub(crate) fn rename(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::rename(from, to)
}

/// A new file that only its owner may read, in the place of one of that name. What a link of
/// that name leads to stays as it is.
pub(crate) fn private_file(path: &Path) -> Result<File> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    let mut options = File::options();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
        .open(path)
        .map_err(|error| Error::writing(path, error))
}

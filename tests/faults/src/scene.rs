//! The files of a data folder, held in memory and laid out where a run needs them.

use std::collections::BTreeMap;
use std::path::Path;

/// Names and bytes of a folder without its lock and without shared memory, which
/// nothing survives. An empty folder stands there with a stroke at its end.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Files(pub BTreeMap<String, Vec<u8>>);

/// The folder's lock: held open by whoever owns the folder, so it stays where it is.
const LOCK: &str = "desk.lock";

/// Whether a file outlives the process and belongs to the data.
pub fn lasts(name: &str) -> bool {
    name != LOCK && !name.ends_with("-shm")
}

impl Files {
    /// Reads a folder, folders inside it too.
    ///
    /// # Errors
    /// What the file system says.
    pub fn read(folder: &Path) -> std::io::Result<Self> {
        let mut files = Self::default();
        files.add(folder, "")?;
        Ok(files)
    }

    /// The first file that is not the same in both.
    pub fn differs(&self, other: &Self) -> Option<String> {
        let mut names = self.0.keys().chain(other.0.keys());
        names
            .find(|name| self.0.get(*name) != other.0.get(*name))
            .cloned()
    }

    fn add(&mut self, folder: &Path, before: &str) -> std::io::Result<()> {
        let mut entries = std::fs::read_dir(folder)?.peekable();
        if entries.peek().is_none() && !before.is_empty() {
            self.0.insert(before.to_owned(), Vec::new());
        }
        for entry in entries {
            let entry = entry?;
            let name = format!("{before}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                self.add(&entry.path(), &format!("{name}/"))?;
            } else if lasts(&name) {
                self.0.insert(name, std::fs::read(entry.path())?);
            }
        }
        Ok(())
    }

    /// Makes the folder hold exactly these files.
    ///
    /// # Errors
    /// What the file system says.
    pub fn lay_out(&self, folder: &Path) -> std::io::Result<()> {
        std::fs::create_dir_all(folder)?;
        for entry in std::fs::read_dir(folder)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                std::fs::remove_dir_all(entry.path())?;
            } else if entry.file_name() != LOCK {
                std::fs::remove_file(entry.path())?;
            }
        }
        for (name, bytes) in &self.0 {
            let path = folder.join(name);
            if name.ends_with('/') {
                std::fs::create_dir_all(path)?;
                continue;
            }
            if let Some(above) = path.parent() {
                std::fs::create_dir_all(above)?;
            }
            std::fs::write(path, bytes)?;
        }
        Ok(())
    }
}

/// A folder some of whose files a waiting process holds open: they are put back by
/// writing into them, shared memory too.
pub struct InPlace(BTreeMap<String, Vec<u8>>);

impl InPlace {
    /// Reads a folder without folders inside.
    ///
    /// # Errors
    /// What the file system says.
    pub fn read(folder: &Path) -> std::io::Result<Self> {
        let mut files = BTreeMap::new();
        for entry in std::fs::read_dir(folder)? {
            let entry = entry?;
            if entry.file_type()?.is_file() {
                let name = entry.file_name().to_string_lossy().into_owned();
                files.insert(name, std::fs::read(entry.path())?);
            }
        }
        Ok(Self(files))
    }

    /// Puts every file back as it was and removes what came after.
    ///
    /// # Errors
    /// What the file system says.
    pub fn lay_out(&self, folder: &Path) -> std::io::Result<()> {
        for entry in std::fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.file_type()?.is_file() && !self.0.contains_key(&name) {
                std::fs::remove_file(entry.path())?;
            }
        }
        for (name, bytes) in &self.0 {
            let mut file = std::fs::File::options()
                .write(true)
                .create(true)
                .truncate(false)
                .open(folder.join(name))?;
            std::io::Write::write_all(&mut file, bytes)?;
            file.set_len(bytes.len() as u64)?;
        }
        Ok(())
    }
}

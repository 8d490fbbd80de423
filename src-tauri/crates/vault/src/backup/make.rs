//! Making a backup: copy one consistent view beside the running writer, reopen the
//! copy, compare it, pack it, read the file again, and only then give it its name.

use super::container::{Archive, FORMAT, MARK, Manifest, Part, copy_part, remove_if_there};
use super::{EXTENSION, Progress, Stage, assert_same, rows};
use crate::branches;
use crate::engine::{Db, Tx, Use};
use crate::error::{Error, Result};
use crate::journal;
use crate::keyfile::KeyFile;
use crate::keyring::Keyring;
use crate::migrate::step_of;
use crate::replace::{private_file, private_folder, rename, sync_folder};
use crate::slots::hex;
use crate::vault::Vault;
use sha2::{Digest as _, Sha256};
use std::fs::{self, File};
use std::io::{BufReader, Write as _};
use std::path::{Path, PathBuf};

/// A backup that was made and verified.
#[derive(Debug, Clone)]
pub struct Made {
    /// The file.
    pub path: PathBuf,
    /// What it holds.
    pub manifest: Manifest,
}

/// A backup that was copied to a second place.
#[derive(Debug, Clone)]
pub struct Copied {
    /// The file there.
    pub path: PathBuf,
}

pub(super) struct Source<'a> {
    pub file: &'a KeyFile,
    pub keys: &'a Keyring,
    pub tx: &'a Tx<'a>,
}

impl Vault {
    /// Makes and verifies a backup in the folder's `backups`, named after `stem`.
    /// The writer goes on meanwhile.
    ///
    /// # Errors
    /// `Full`, `Backup` when the copy is not what was copied, those of files and
    /// database; then no file of that name is there.
    pub fn back_up(&self, stem: &str, at: i64, progress: Progress<'_>) -> Result<Made> {
        let file = self.lock_file().clone();
        let folder = self.folder().backups();
        self.read(|tx| {
            let source = Source {
                file: &file,
                keys: tx.keys,
                tx: tx.tx,
            };
            make(&source, &folder, stem, at, progress)
        })
    }
}

/// Copies a backup to a second place and reads it there again.
///
/// # Errors
/// Of the files; then no file of that name is there.
pub fn copy_to(made: &Path, place: &Path, progress: Progress<'_>) -> Result<Copied> {
    let archive = Archive::read(made)?;
    let name = made.file_name().ok_or(Error::Backup("name"))?;
    let target = place.join(name);
    let temporary = target.with_extension("tmp");
    let size = fs::metadata(made)?.len();
    let copied = (|| {
        let mut from = BufReader::new(File::open(made)?);
        let mut to = private_file(&temporary)?;
        let tell = |done: u64| progress(Stage::Pack, done, size);
        let written = copy_part(&mut from, &mut to, size, &tell)?;
        to.sync_all()?;
        if digest(&temporary, size)? != written
            || Archive::read(&temporary)?.manifest() != archive.manifest()
        {
            return Err(Error::Backup("the copy differs"));
        }
        rename(&temporary, &target)?;
        sync_folder(place)
    })();
    if copied.is_err() {
        remove_if_there(&temporary)?;
    }
    copied.map(|()| Copied { path: target })
}

pub(super) fn make(
    source: &Source<'_>,
    folder: &Path,
    stem: &str,
    at: i64,
    progress: Progress<'_>,
) -> Result<Made> {
    private_folder(folder)?;
    let copy = folder.join(format!("{stem}.db.tmp"));
    let packed = folder.join(format!("{stem}.tmp"));
    let path = folder.join(format!("{stem}.{EXTENSION}"));
    if path.exists() {
        return Err(Error::Exists);
    }
    let done = copy_and_pack(source, &copy, &packed, at, progress).and_then(|manifest| {
        rename(&packed, &path)?;
        sync_folder(folder)?;
        Ok(Made { path, manifest })
    });
    remove_if_there(&copy)?;
    if done.is_err() {
        remove_if_there(&packed)?;
    }
    done
}

fn copy_and_pack(
    source: &Source<'_>,
    copy: &Path,
    packed: &Path,
    at: i64,
    progress: Progress<'_>,
) -> Result<Manifest> {
    remove_if_there(copy)?;
    let keys_text = source.file.text()?;
    let mut manifest = described(source, &keys_text, at)?;
    copy_pages(source, copy, progress)?;
    progress(Stage::Check, 0, 1);
    check_copy(source, copy, &manifest)?;
    progress(Stage::Check, 1, 1);
    let size = fs::metadata(copy)?.len();
    manifest.database = Part {
        size,
        sha256: digest(copy, size)?,
    };
    manifest.seal = manifest.sealed(source.keys)?;
    pack(&manifest, &keys_text, copy, packed, progress)?;
    Ok(manifest)
}

/// What the backup says of itself, but for the database that is not copied yet.
fn described(source: &Source<'_>, keys_text: &str, at: i64) -> Result<Manifest> {
    // The first read fixes the view that every page is taken from.
    let head = journal::head(source.tx)?;
    Ok(Manifest {
        format: FORMAT,
        vault_id: source.file.vault_id.clone(),
        epoch: source.keys.epoch(),
        label: source.file.label.clone(),
        training: source.file.training,
        at,
        schema: step_of(source.tx)?,
        journal_seq: head.seq,
        journal_mac: hex(&head.mac),
        branch: branches::read(source.tx)?.current,
        rows: rows(source.tx)?,
        keys: Part {
            size: keys_text.len() as u64,
            sha256: hex(&Sha256::digest(keys_text.as_bytes())),
        },
        database: Part {
            size: 0,
            sha256: String::new(),
        },
        seal: String::new(),
    })
}

fn check_copy(source: &Source<'_>, copy: &Path, manifest: &Manifest) -> Result<()> {
    let mut db = Db::open(copy, &source.keys.db, Use::Copy)?;
    db.full_check()?;
    db.read(|tx| assert_same(tx, manifest))
}

fn digest(path: &Path, size: u64) -> Result<String> {
    let mut from = BufReader::new(File::open(path)?);
    copy_part(&mut from, &mut std::io::sink(), size, &|_| {})
}

fn pack(
    manifest: &Manifest,
    keys_text: &str,
    copy: &Path,
    packed: &Path,
    progress: Progress<'_>,
) -> Result<()> {
    let size = manifest.database.size;
    let text = serde_json::to_vec(manifest).map_err(|_| Error::Backup("manifest"))?;
    let length = u32::try_from(text.len()).map_err(|_| Error::Backup("manifest"))?;
    let mut file = private_file(packed)?;
    for part in [
        MARK.as_slice(),
        &length.to_le_bytes(),
        &text,
        keys_text.as_bytes(),
    ] {
        file.write_all(part)?;
    }
    let mut from = BufReader::new(File::open(copy)?);
    let tell = |done: u64| progress(Stage::Pack, done, size);
    let written = copy_part(&mut from, &mut file, size, &tell)?;
    file.sync_all()?;
    drop(file);
    // What was written is read again: a backup that nobody has read is a hope.
    let mut again = BufReader::new(File::open(packed)?);
    let before = (MARK.len() + 4 + text.len() + keys_text.len()) as u64;
    copy_part(&mut again, &mut std::io::sink(), before, &|_| {})?;
    let read = copy_part(&mut again, &mut std::io::sink(), size, &|_| {})?;
    if read != manifest.database.sha256
        || written != read
        || Archive::read(packed)?.manifest() != manifest
    {
        return Err(Error::Backup("the file differs"));
    }
    Ok(())
}

fn copy_pages(source: &Source<'_>, to: &Path, progress: Progress<'_>) -> Result<()> {
    private_file(to)?;
    let tell = |done: u64, all: u64| progress(Stage::Copy, done, all);
    source.tx.copy_to(to, &source.keys.db, tell)?;
    Ok(File::open(to)?.sync_all()?)
}

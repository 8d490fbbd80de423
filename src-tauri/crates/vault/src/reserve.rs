//! Room that is kept for the day on which the disk is full: with it somebody can still sign
//! in, look things up and make space.

use crate::error::Result;
use crate::folder::Folder;
use crate::replace::{private_file, rename, sync_folder};
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;

const NAME: &str = "reserve.bin";
/// As much as a day of signing in and looking things up writes, in bytes.
const SIZE: u64 = 8 << 20;
/// What a sign-in takes at the least, in bytes.
const PROBE: usize = 64 << 10;

impl Folder {
    fn reserve(&self) -> PathBuf {
        self.path().join(NAME)
    }

    /// Keeps the reserve, if it is not there.
    ///
    /// # Errors
    /// `Full` when there is no room for it; those of files. Then nothing is kept.
    pub fn keep_reserve(&self) -> Result<()> {
        let path = self.reserve();
        if fs::metadata(&path).is_ok_and(|file| file.len() == SIZE) {
            return Ok(());
        }
        let temporary = path.with_extension("tmp");
        let kept = (|| {
            let mut file = private_file(&temporary)?;
            // Nothing that a file system could store smaller than it is.
            let (mut state, mut block) = (0x9E37_79B9_7F4A_7C15_u64, Vec::with_capacity(1 << 16));
            for _ in 0..SIZE >> 16 {
                block.clear();
                while block.len() < 1 << 16 {
                    state ^= state << 13;
                    state ^= state >> 7;
                    state ^= state << 17;
                    block.extend(state.to_le_bytes());
                }
                file.write_all(&block)?;
            }
            file.sync_all()?;
            rename(&temporary, &path)?;
            sync_folder(self.path())
        })();
        if kept.is_err() {
            // What is left of it is in the way of everything else.
            drop(fs::remove_file(&temporary));
        }
        kept
    }

    /// Whether the disk takes nothing more, tried with a small file: the database has words
    /// for it that say so of nothing.
    pub fn is_full(&self) -> bool {
        let probe = self.path().join("room.tmp");
        let tried = (|| {
            let mut file = private_file(&probe)?;
            file.write_all(&[0xA5; PROBE])?;
            Ok::<_, crate::Error>(file.sync_all()?)
        })();
        drop(fs::remove_file(&probe));
        tried.is_err_and(|error| error.is_full())
    }

    /// Gives the room back; answers whether there was any.
    pub fn release_reserve(&self) -> bool {
        let was_there = fs::metadata(self.reserve()).is_ok_and(|file| file.len() > 0);
        was_there && fs::remove_file(self.reserve()).is_ok()
    }
}

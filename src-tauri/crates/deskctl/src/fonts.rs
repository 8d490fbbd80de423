//! Where the faces of prints are: named, beside the program, or in the source tree.

use crate::failure::Failure;
use api::Fonts;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const REGULAR: &str = "NotoSansSC_400Regular.ttf";
const BOLD: &str = "NotoSansSC_700Bold.ttf";

/// The fonts, or none: a desk can be set up and scripted without paper, and what
/// needs paper then says so. A folder that was named must hold them.
pub fn find(named: Option<&str>) -> Result<Fonts, Failure> {
    match named {
        Some(folder) => read(Path::new(folder)),
        None => places()
            .iter()
            .find(|folder| folder.join(REGULAR).is_file())
            .map_or_else(|| Ok(Fonts::none()), |folder| read(folder)),
    }
}

fn read(folder: &Path) -> Result<Fonts, Failure> {
    let face = |name: &str| -> Result<Arc<[u8]>, Failure> {
        let path = folder.join(name);
        std::fs::read(&path)
            .map(Arc::from)
            .map_err(|error| Failure::file("fonts_missing", &path, &error))
    };
    Fonts::new(face(REGULAR)?, face(BOLD)?, None)
        .map_err(|error| Failure::file("fonts_missing", folder, &error))
}

fn places() -> Vec<PathBuf> {
    let beside = std::env::current_exe()
        .ok()
        .and_then(|exe| exe.parent().map(Path::to_owned));
    let source = cfg!(debug_assertions)
        .then(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../resources/fonts"));
    beside
        .iter()
        .flat_map(|folder| {
            [
                folder.join("resources/fonts"),
                folder.join("../lib/Shouwen/resources/fonts"),
            ]
        })
        .chain(source)
        .collect()
}

//! The two faces every paper is set in, read once from the files beside the program.

use api::Fonts;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Looks in the bundled resources and, in a development build, in the source tree.
/// The error says which file is missing or not a font.
pub fn read(resources: Option<PathBuf>) -> Result<Fonts, String> {
    let bundled = resources.map(|folder| folder.join("resources/fonts"));
    let source = cfg!(debug_assertions)
        .then(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("resources/fonts"));
    let folder = [bundled, source]
        .into_iter()
        .flatten()
        .find(|folder| folder.is_dir())
        .ok_or("the folder resources/fonts is missing")?;
    let regular = face(&folder, "NotoSansSC_400Regular.ttf")?;
    let bold = face(&folder, "NotoSansSC_700Bold.ttf")?;
    Fonts::new(regular, bold, None).map_err(|fault| fault.to_string())
}

fn face(folder: &Path, name: &str) -> Result<Arc<[u8]>, String> {
    let file = folder.join(name);
    std::fs::read(&file)
        .map(Arc::from)
        .map_err(|error| format!("{}: {error}", file.display()))
}

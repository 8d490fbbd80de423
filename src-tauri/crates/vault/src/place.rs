//! Where a data folder may lie: on a disk of this computer, and in no folder that a
//! program copies elsewhere. Pure but for the two questions at the end: which mounts
//! there are, and which files mark a folder.

use crate::error::{Error, Result};
use std::path::{Path, PathBuf};

/// File systems whose locks or syncs another computer answers for. Write-ahead
/// logging needs shared memory, which none of them has.
const NETWORK: &[&str] = &[
    "nfs",
    "nfs3",
    "nfs4",
    "cifs",
    "smb",
    "smb2",
    "smb3",
    "smbfs",
    "ncpfs",
    "ncp",
    "afs",
    "afpfs",
    "coda",
    "davfs",
    "davfs2",
    "webdav",
    "ftp",
    "sshfs",
    "ceph",
    "glusterfs",
    "lustre",
    "beegfs",
    "gpfs",
    "pvfs2",
    "orangefs",
    "ocfs2",
    "gfs2",
    "acfs",
    "moosefs",
    "drvfs",
    "vboxsf",
    "prl_fs",
    "vmhgfs",
    "prl_vmfs",
];

/// File systems run by a program that keep everything on this computer. Any other of
/// that sort is taken for a share: most of them are.
const LOCAL_PROGRAMS: &[&str] = &[
    "fuseblk",
    "ntfs-3g",
    "ntfs",
    "exfat",
    "fuse-overlayfs",
    "bindfs",
    "mergerfs",
    "gocryptfs",
    "encfs",
    "cryfs",
    "ext2",
    "zfs",
    "lxcfs",
    "securefs",
    "apfs",
];

/// Folders that a program copies elsewhere, by their name in lower case: the whole
/// name, or its beginning where the program adds a name of the account.
const SYNCED: &[(&str, Named, &str)] = &[
    ("onedrive", Named::Beginning, "OneDrive"),
    ("dropbox", Named::Beginning, "Dropbox"),
    ("mobile documents", Named::Whole, "iCloud Drive"),
    ("com~apple~clouddocs", Named::Whole, "iCloud Drive"),
    ("iclouddrive", Named::Whole, "iCloud Drive"),
    ("icloud drive", Named::Whole, "iCloud Drive"),
    ("cloudstorage", Named::Whole, "CloudStorage"),
    ("google drive", Named::Beginning, "Google Drive"),
    ("googledrive", Named::Beginning, "Google Drive"),
    ("drivefs", Named::Whole, "Google Drive"),
    ("nutstore", Named::Beginning, "Nutstore"),
    // wo de jianguoyun; jianguoyun
    (
        "\u{6211}\u{7684}\u{575a}\u{679c}\u{4e91}",
        Named::Beginning,
        "Nutstore",
    ),
    ("\u{575a}\u{679c}\u{4e91}", Named::Beginning, "Nutstore"),
    ("baidusyncdisk", Named::Beginning, "BaiduSyncdisk"),
    ("baidunetdiskworkspace", Named::Beginning, "BaiduNetdisk"),
    ("baidunetdisk", Named::Beginning, "BaiduNetdisk"),
    // baidu wangpan; baidu yun
    (
        "\u{767e}\u{5ea6}\u{7f51}\u{76d8}",
        Named::Beginning,
        "BaiduNetdisk",
    ),
    ("\u{767e}\u{5ea6}\u{4e91}", Named::Beginning, "BaiduNetdisk"),
    ("wps cloud files", Named::Whole, "WPS"),
    ("wpsdrive", Named::Beginning, "WPS"),
    // wps yunpan; wps yun wendang
    ("wps\u{4e91}\u{76d8}", Named::Beginning, "WPS"),
    ("wps \u{4e91}\u{76d8}", Named::Beginning, "WPS"),
    ("wps\u{4e91}\u{6587}\u{6863}", Named::Beginning, "WPS"),
    ("weiyun", Named::Beginning, "Weiyun"),
    // weiyun; tengxun weiyun
    ("\u{5fae}\u{4e91}", Named::Beginning, "Weiyun"),
    (
        "\u{817e}\u{8baf}\u{5fae}\u{4e91}",
        Named::Beginning,
        "Weiyun",
    ),
    ("adrive", Named::Whole, "aDrive"),
    // ali yunpan
    (
        "\u{963f}\u{91cc}\u{4e91}\u{76d8}",
        Named::Beginning,
        "aDrive",
    ),
    ("nextcloud", Named::Beginning, "Nextcloud"),
    ("owncloud", Named::Beginning, "ownCloud"),
    ("seafile", Named::Beginning, "Seafile"),
    ("synologydrive", Named::Beginning, "Synology Drive"),
    ("synology drive", Named::Beginning, "Synology Drive"),
    ("megasync", Named::Beginning, "MEGA"),
    ("pclouddrive", Named::Beginning, "pCloud"),
    ("box sync", Named::Whole, "Box"),
    ("yandexdisk", Named::Beginning, "Yandex Disk"),
    ("yandex.disk", Named::Beginning, "Yandex Disk"),
];

/// Files that programs leave at the top of what they copy.
const MARKS: &[(&str, &str)] = &[
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
    (".tmp.drivedownload", "Google Drive"),
    (".tmp.driveupload", "Google Drive"),
    (".stfolder", "Syncthing"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".SynologyWorkingDirectory", "Synology Drive"),
];

/// The longest path, in bytes: SQLite takes 512 with what it adds, and the names of
/// backups that are being made come after it.
const LONGEST: usize = 400;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Named {
    Whole,
    Beginning,
}

/// Why a folder cannot hold the records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unfit {
    /// It lies on a network drive; the file system.
    Network(String),
    /// A program copies it elsewhere; the program.
    Synced(&'static str),
}

impl From<Unfit> for Error {
    fn from(unfit: Unfit) -> Self {
        match unfit {
            Unfit::Network(system) => Self::OnNetwork(system),
            Unfit::Synced(program) => Self::Synced(program),
        }
    }
}

/// What `/proc/self/mounts` (Linux) or `mount` (macOS) says about a path.
pub(crate) fn on_network(mounts: &str, path: &str) -> Option<Unfit> {
    let (mut best, mut system) = (0, None);
    for (point, kind) in mounts.lines().filter_map(mount) {
        let inside = point == "/"
            || path
                .strip_prefix(point.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        // What was mounted later lies over what was there.
        if inside && point.len() >= best {
            (best, system) = (point.len(), Some(kind));
        }
    }
    system.filter(|s| is_network(s)).map(Unfit::Network)
}

/// Mount point and file system of a line of either form.
fn mount(line: &str) -> Option<(String, String)> {
    if let Some((_, rest)) = line.split_once(" on ")
        && let Some((point, options)) = rest.rsplit_once(" (")
    {
        let kind = options.split([',', ')']).next()?;
        return Some((point.to_owned(), kind.trim().to_lowercase()));
    }
    let mut words = line.split_whitespace();
    let (_, point, kind, options) = (words.next()?, words.next()?, words.next()?, words.next()?);
    let point = point.replace("\\040", " ").replace("\\011", "\t");
    Some((
        point.replace("\\134", "\\"),
        nine(kind, options).to_lowercase(),
    ))
}

/// 9P carries the folders of a container over a descriptor or a virtual bus: those are
/// on this computer. Over a network, or as Windows lends its drives, they are not.
fn nine(kind: &str, options: &str) -> String {
    let lent = ["trans=tcp", "trans=rdma", "aname=drvfs"]
        .iter()
        .any(|way| options.contains(way));
    match kind {
        "9p" if lent => "drvfs".to_owned(),
        _ => kind.to_owned(),
    }
}

fn is_network(kind: &str) -> bool {
    if kind == "fuse" || kind.starts_with("fuse.") || kind.starts_with("macfuse") {
        let program = kind.split_once('.').map_or("", |(_, program)| program);
        return !LOCAL_PROGRAMS.contains(&program);
    }
    NETWORK.contains(&kind)
}

/// A drive of another computer as Windows writes it.
pub(crate) fn is_unc(path: &str) -> bool {
    let upper = path.to_uppercase();
    upper.starts_with(r"\\?\UNC\")
        || (path.starts_with(r"\\") && !path.starts_with(r"\\?\") && !path.starts_with(r"\\.\"))
}

/// Whether a name in the path is that of a folder which a program copies elsewhere.
pub(crate) fn synced(path: &str) -> Option<Unfit> {
    let mut above = String::new();
    path.split(['/', '\\']).find_map(|name| {
        let name = name.to_lowercase();
        // Somebody may be called like a program.
        let home = matches!(above.as_str(), "users" | "home");
        above.clone_from(&name);
        if home {
            return None;
        }
        let fits = |(known, how, _): &&(&str, Named, &str)| match name.strip_prefix(known) {
            None => false,
            Some("") => true,
            // "OneDrive - Hospital", "Dropbox (Personal)", "Nutstore1"; not "onedriver".
            Some(rest) => {
                *how == Named::Beginning && !rest.starts_with(|c: char| c.is_ascii_alphabetic())
            }
        };
        SYNCED
            .iter()
            .find(fits)
            .map(|(_, _, program)| Unfit::Synced(program))
    })
}

/// Whether a folder on the way up carries the mark of such a program.
fn marked(path: &Path) -> Option<Unfit> {
    path.ancestors().find_map(|folder| {
        let there = |(mark, _): &&(&str, &str)| match folder.join(mark).symlink_metadata() {
            // In a home folder `.dropbox` is the program's own folder, not its mark.
            Ok(found) => *mark != ".dropbox" || found.is_file(),
            Err(_) => false,
        };
        MARKS
            .iter()
            .find(there)
            .map(|(_, program)| Unfit::Synced(program))
    })
}

/// Refuses a folder that is not a place for the records. The folder need not be there yet.
pub(crate) fn check(path: &Path) -> Result<()> {
    let real = real(path);
    let text = real.to_string_lossy();
    if text.len() > LONGEST {
        return Err(Error::TooDeep(text.len()));
    }
    let unfit = is_unc(&text)
        .then(|| Unfit::Network("UNC".to_owned()))
        .or_else(|| on_network(&mounts(), &text))
        .or_else(|| synced(&text))
        .or_else(|| marked(&real));
    unfit.map_or(Ok(()), |unfit| Err(unfit.into()))
}

/// The path without links and without the drive letters of shares, as far as it exists.
fn real(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    for folder in whole.ancestors() {
        if let Ok(found) = folder.canonicalize() {
            let rest = whole.strip_prefix(folder).unwrap_or(Path::new(""));
            return found.join(rest);
        }
    }
    whole
}

#[cfg(target_os = "linux")]
fn mounts() -> String {
    std::fs::read_to_string("/proc/self/mounts").unwrap_or_default()
}

#[cfg(target_os = "macos")]
fn mounts() -> String {
    let asked = std::process::Command::new("/sbin/mount").output();
    asked.map_or_else(
        |_| String::new(),
        |said| String::from_utf8_lossy(&said.stdout).into_owned(),
    )
}

/// Windows resolves a drive letter of a share to the share itself.
#[cfg(not(any(target_os = "linux", target_os = "macos")))]
const fn mounts() -> String {
    String::new()
}

#[cfg(test)]
#[path = "place/tests.rs"]
mod tests;

//! The table of places.
#![allow(clippy::unwrap_used, reason = "tests")]

use super::{Unfit, check, is_unc, on_network, synced};
use std::path::Path;

const LINUX: &str = "\
/dev/nvme0n1p2 / ext4 rw,relatime 0 0
tmpfs /tmp tmpfs rw 0 0
/dev/sdb1 /media/usb vfat rw 0 0
/dev/sdc1 /media/backup\\040disk fuseblk rw 0 0
server:/export /home nfs4 rw,vers=4.2 0 0
/dev/nvme0n1p3 /home/local xfs rw 0 0
//nas/share /mnt/nas cifs rw,vers=3.0 0 0
//nas/new /mnt/new smb3 rw 0 0
me@host:/ /mnt/ssh fuse.sshfs rw 0 0
https://dav.example /mnt/dav fuse rw 0 0
https://dav2.example /mnt/dav2 davfs rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
remote: /mnt/cloud fuse.rclone rw 0 0
overlay /var/lib/containers/merged overlay rw 0 0
none /sandbox 9p rw,trans=fd,rfdno=3,wfdno=3 0 0
share /mnt/vm 9p rw,trans=virtio 0 0
C:\\134 /mnt/c 9p rw,dirsync,aname=drvfs;path=C:\\,trans=fd 0 0
far /mnt/far 9p rw,trans=tcp,port=564 0 0
kata /kata virtiofs rw 0 0
crypt /home/local/vault fuse.gocryptfs rw 0 0
VirtualBox /mnt/vbox vboxsf rw 0 0
/dev/sda1 /mnt/nas/over ext4 rw 0 0
";

const MACOS: &str = "\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)
//ann@nas._smb._tcp.local/Desk on /Volumes/Desk (smbfs, nodev, nosuid, mounted by ann)
afp_1 on /Volumes/Old Share (afpfs, nodev)
nas:/export on /Volumes/Export (nfs)
/dev/disk4s1 on /Volumes/USB (msdos, local, nodev)
ann@host:/ on /Volumes/ssh (macfuse, nodev)
";

#[test]
fn drives_of_this_computer_are_taken_and_those_of_others_named() {
    let linux = [
        ("/var/lib/shouwen", None),
        ("/tmp/desk", None),
        ("/srv/data", None),
        ("/media/usb/desk", None),
        ("/media/backup disk/desk", None),
        ("/home/ann/.local/share", Some("nfs4")),
        ("/home/local/desk", None),
        ("/home/localized", Some("nfs4")),
        ("/mnt/nas/desk", Some("cifs")),
        ("/mnt/nas/over/desk", None),
        ("/mnt/new", Some("smb3")),
        ("/mnt/ssh/desk", Some("fuse.sshfs")),
        ("/mnt/dav/desk", Some("fuse")),
        ("/mnt/dav2/desk", Some("davfs")),
        ("/run/user/1000/gvfs/smb-share", Some("fuse.gvfsd-fuse")),
        ("/mnt/cloud/desk", Some("fuse.rclone")),
        ("/var/lib/containers/merged/data", None),
        ("/sandbox/desk", None),
        ("/mnt/vm/desk", None),
        ("/mnt/c/Users/ann", Some("drvfs")),
        ("/mnt/far", Some("drvfs")),
        ("/kata/desk", None),
        ("/home/local/vault/desk", None),
        ("/mnt/vbox", Some("vboxsf")),
    ];
    let macos = [
        ("/Users/ann/Library/Application Support/desk", None),
        ("/System/Volumes/Data/x", None),
        ("/Volumes/Desk/shouwen", Some("smbfs")),
        ("/Volumes/Old Share/desk", Some("afpfs")),
        ("/Volumes/Export", Some("nfs")),
        ("/Volumes/USB/desk", None),
        ("/Volumes/ssh/desk", Some("macfuse")),
    ];
    for (mounts, table) in [(LINUX, linux.as_slice()), (MACOS, macos.as_slice())] {
        for (path, system) in table {
            let wanted = system.map(|s| Unfit::Network(s.to_owned()));
            assert_eq!(on_network(mounts, path), wanted, "{path}");
        }
    }
}

#[test]
fn shares_of_windows_are_known_by_their_path() {
    assert!(is_unc(r"\\?\UNC\server\share\desk") && is_unc(r"\\server\share"));
    assert!(!is_unc(r"\\?\C:\Users\ann\AppData") && !is_unc(r"C:\desk") && !is_unc("/home/ann"));
}

#[test]
fn folders_that_a_program_copies_elsewhere_are_named() {
    let table = [
        (r"\\?\C:\Users\ann\OneDrive\desk", Some("OneDrive")),
        (
            r"C:\Users\ann\OneDrive - First Hospital\x",
            Some("OneDrive"),
        ),
        ("/home/ann/Dropbox (Personal)/desk", Some("Dropbox")),
        (
            "/Users/ann/Library/Mobile Documents/com~apple~CloudDocs/x",
            Some("iCloud Drive"),
        ),
        (
            "/Users/ann/Library/CloudStorage/Box-Box",
            Some("CloudStorage"),
        ),
        (r"G:\Google Drive\desk", Some("Google Drive")),
        (
            "D:\\\u{6211}\u{7684}\u{575a}\u{679c}\u{4e91}\\desk",
            Some("Nutstore"),
        ),
        ("/home/ann/Nutstore Files/desk", Some("Nutstore")),
        (r"D:\BaiduSyncdisk\desk", Some("BaiduSyncdisk")),
        (
            "D:\\\u{767e}\u{5ea6}\u{7f51}\u{76d8}\u{540c}\u{6b65}\\x",
            Some("BaiduNetdisk"),
        ),
        (r"C:\Users\ann\WPSDrive\1234\x", Some("WPS")),
        ("D:\\WPS\u{4e91}\u{76d8}\\desk", Some("WPS")),
        ("D:\\\u{817e}\u{8baf}\u{5fae}\u{4e91}\\desk", Some("Weiyun")),
        ("/home/ann/Nextcloud2/desk", Some("Nextcloud")),
        // Names that only begin alike, and ordinary ones.
        ("/opt/onedriver/desk", None),
        (r"C:\Users\Weiyun\AppData\Local\desk", None),
        ("/home/ann/dropboxes/desk", None),
        (r"C:\Users\ann\AppData\Local\cn.shouwen.desk", None),
        ("/home/ann/.local/share/cn.shouwen.desk", None),
    ];
    for (path, program) in table {
        assert_eq!(synced(path), program.map(Unfit::Synced), "{path}");
    }
}

#[test]
fn a_folder_below_a_mark_is_refused_before_it_is_made() {
    let root = std::env::temp_dir().join(format!("shouwen-place-{}", std::process::id()));
    let desk = root.join("deep/desk");
    std::fs::create_dir_all(root.join("deep")).unwrap();
    assert!(check(&desk).is_ok());
    std::fs::create_dir(root.join(".dropbox")).unwrap();
    assert!(check(&desk).is_ok(), "the program's own folder is no mark");
    std::fs::create_dir(root.join(".stfolder")).unwrap();
    let refused = crate::Folder::own(&desk).unwrap_err();
    assert!(matches!(refused, crate::Error::Synced("Syncthing")));
    assert!(!desk.exists());
    std::fs::remove_dir_all(root).unwrap();
}

#[cfg(unix)]
#[test]
fn a_link_into_a_copied_folder_is_seen_through() {
    let root = std::env::temp_dir().join(format!("shouwen-link-{}", std::process::id()));
    std::fs::create_dir_all(root.join("Dropbox")).unwrap();
    std::os::unix::fs::symlink(root.join("Dropbox"), root.join("records")).unwrap();
    assert!(check(&root.join("records/desk")).is_err());
    assert!(check(Path::new("/")).is_ok());
    std::fs::remove_dir_all(root).unwrap();
}

//! Backups (备份, R 10.2): made by schedule and by hand, verified, copied to a second
//! place, restored. The list and the restore work before anybody can sign in.

mod restore;
mod views;

use crate::keeper::{Context, Open};
use crate::problem::Fault;
use crate::table::{Command, Opens, Topic, gate};
use crate::wire::{Done, Nothing};
use desk::ground::roles::Right;
use desk::house::backups;
use std::path::{Path, PathBuf};
use vault::Archive;
use views::{BackupList, BackupName, BackupView, Chosen, RunningStep, SecondPlace, Where};

const TOUCHES: &[Topic] = &[Topic::BACKUPS, Topic::SESSION, Topic::JOURNAL];

pub(crate) fn commands() -> Vec<Command> {
    let own = Right::Administer;
    vec![
        // A backup may have to be restored when nobody can sign in; the commands ask for
        // a secret then.
        gate("backups.list", None, &[], list)
            .opens(Opens::Always)
            .by_window(),
        gate("backups.progress", None, &[], progress)
            .opens(Opens::Always)
            .by_window(),
        gate("backups.choose", None, &[], choose)
            .opens(Opens::Always)
            .leaves_store(),
        gate("backups.restore", None, restore::TOUCHES, restore::restore)
            .opens(Opens::Always)
            .leaves_store(),
        gate("backups.make", own, TOUCHES, make),
        gate("backups.verify", own, &[Topic::JOURNAL], verify),
        gate("backups.choose_second", own, TOUCHES, choose_second).leaves_store(),
        gate("backups.forget_second", own, TOUCHES, forget_second),
    ]
}

/// Before anybody signed in there is nobody to ask for a right; whoever is signed in
/// needs it.
fn may(open: Option<&Open>) -> Result<(), Fault> {
    match open {
        Some(open) if !open.staff.role.may(Right::Administer) => {
            let right = serde_json::json!(Right::Administer.code());
            Err(Fault::Gate("no_right", vec![("right", right)], None))
        }
        _ => Ok(()),
    }
}

fn list(c: &Context<'_>, _: Nothing) -> Result<BackupList, Fault> {
    may(c.open.as_ref())?;
    let place = second(c, c.open.as_ref())?;
    let own = c.keeper.own_backups();
    let mut rows: Vec<BackupView> = own.iter().map(|l| BackupView::of(l, Where::Own)).collect();
    if let Some(place) = &place {
        let there = vault::list(Path::new(&place.path));
        rows.extend(there.iter().map(|l| BackupView::of(l, Where::Second)));
    }
    Ok(BackupList {
        rows,
        second: place.map(|place| SecondPlace {
            reachable: Path::new(&place.path).is_dir(),
            path: place.path,
            copied_at: place.copied_at.map(|at| at.0),
        }),
    })
}

fn second(c: &Context<'_>, open: Option<&Open>) -> Result<Option<backups::Place>, Fault> {
    let Some(open) = open else { return Ok(None) };
    Ok(open.desk.read(&open.act(c.now), backups::place)?)
}

fn progress(c: &Context<'_>, _: Nothing) -> Result<RunningStep, Fault> {
    Ok(RunningStep::of(c.keeper.backing.progress()))
}

fn make(c: &Context<'_>, _: Nothing) -> Result<BackupView, Fault> {
    let open = c.open()?;
    let made = c.keeper.back_up(open, c.now, "by_hand")?;
    Ok(BackupView::made(&made))
}

/// Unpacks, opens and compares one backup without restoring it.
fn verify(c: &Context<'_>, input: BackupName) -> Result<BackupView, Fault> {
    let (desk, act) = c.desk()?;
    let path = path_of(c, c.open.as_ref(), &input.name, input.place)?;
    let archive = Archive::read(&path)?;
    let opened = desk.vault().unsealed();
    if !opened.opens(archive.manifest()) {
        return Err(Fault::gate("restore_secret_needed"));
    }
    c.keeper
        .backing
        .alone(|progress| archive.verify(&opened, desk.vault().folder(), progress))?;
    desk.write(&act, |w| {
        w.note(
            desk::house::backups::acts::VERIFY,
            (
                desk::house::backups::acts::BACKUP,
                archive.manifest().journal_seq,
            ),
            "",
        )
    })?;
    Ok(BackupView::checked(&archive, &path, input.place))
}

fn choose(c: &Context<'_>, _: Nothing) -> Result<Chosen, Fault> {
    may(c.keeper.state().open().as_ref())?;
    let Some(path) = c.keeper.machine.choose_backup() else {
        return Ok(Chosen { backup: None });
    };
    let archive = Archive::read(&path)?;
    let backup = Some(BackupView::checked(&archive, &path, Where::Chosen));
    c.keeper.backing.choose(path);
    Ok(Chosen { backup })
}

fn choose_second(c: &Context<'_>, _: Nothing) -> Result<Done, Fault> {
    let Some(folder) = c.keeper.machine.choose_folder() else {
        return Ok(Done {});
    };
    if is_same_place(&folder, &c.keeper.folder) {
        return Err(Fault::gate("backup_place_is_own"));
    }
    let path = folder.display().to_string();
    let open = c.keeper.state().open();
    let open = open.ok_or_else(|| Fault::gate("locked"))?;
    // Who signed in while the dialog was open answers for the choice, or may not.
    may(Some(&open))?;
    open.desk
        .write(&open.act(c.now), |w| backups::set_place(w, &path))?;
    Ok(Done {})
}

/// A copy inside the data folder would be lost together with it.
fn is_same_place(chosen: &Path, data: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    real(chosen).starts_with(real(data))
}

fn forget_second(c: &Context<'_>, _: Nothing) -> Result<Done, Fault> {
    let (desk, act) = c.desk()?;
    desk.write(&act, backups::forget_place)?;
    Ok(Done {})
}

/// The file behind a name from the list; a name is one part of a path, never a path.
fn path_of(
    c: &Context<'_>,
    open: Option<&Open>,
    name: &str,
    place: Where,
) -> Result<PathBuf, Fault> {
    let unknown = || Fault::gate("backup_unknown");
    let listed = match place {
        Where::Own => c.keeper.own_backups(),
        Where::Second => {
            let place = second(c, open)?.ok_or_else(unknown)?;
            vault::list(Path::new(&place.path))
        }
        Where::Chosen => return c.keeper.backing.chosen().ok_or_else(unknown),
    };
    listed
        .into_iter()
        .map(|l| l.path)
        .find(|path| path.file_name().is_some_and(|n| n == name))
        .ok_or_else(unknown)
}

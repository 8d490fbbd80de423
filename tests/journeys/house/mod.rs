mod backups;
mod clock;
mod integrity;
mod lockout;
mod old_folder;
mod recovery;
mod session;
mod setup;

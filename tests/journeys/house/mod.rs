mod backups;
mod clock;
mod integrity;
mod lockout;
mod recovery;
mod session;
mod setup;

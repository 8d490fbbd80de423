mod catalogue;
mod proposals;
mod record;

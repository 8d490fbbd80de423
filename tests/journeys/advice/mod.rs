mod catalogue;
mod proposals;

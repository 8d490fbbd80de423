mod proposals;

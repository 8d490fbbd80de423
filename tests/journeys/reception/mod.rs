mod encounters;
mod tickets;

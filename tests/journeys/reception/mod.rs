mod calling;
mod categories;
mod elsewhere;
mod encounters;
mod promises;
mod tickets;

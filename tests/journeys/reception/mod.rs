mod calling;
mod categories;
mod encounters;
mod tickets;

mod alarms;
mod away;
mod calling;
mod categories;
mod elsewhere;
mod encounters;
mod retriage;
mod tickets;

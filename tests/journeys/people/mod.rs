mod finding;
mod mask;
mod openings;
mod typed;
mod visitors;

mod finding;
mod guardian;
mod mask;
mod openings;
mod typed;
mod visitors;

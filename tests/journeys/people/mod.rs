mod finding;
mod mask;
mod openings;
mod visitors;

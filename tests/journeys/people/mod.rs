mod finding;
mod mask;
mod visitors;

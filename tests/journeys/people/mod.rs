mod mask;
mod visitors;

//! An incident in the terminal: one clock, and everything on the screen as it was at that moment.
pub mod load;
pub mod model;
pub mod text;

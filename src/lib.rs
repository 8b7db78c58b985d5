//! An incident in the terminal: one clock, and everything on the screen as it was at that moment.
pub mod app;
pub mod export;
pub mod headless;
pub mod load;
pub mod model;
pub mod text;
pub mod timeline;
pub mod view;

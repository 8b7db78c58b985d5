//! One file for each part of the screen.

pub(super) mod detail;
pub(super) mod footer;
pub(super) mod goto;
pub(super) mod header;
pub(super) mod help;
pub(super) mod lanes;
pub(super) mod measures;
pub(super) mod problems;
pub(super) mod recovery;
pub(super) mod services;
pub(super) mod timeline;

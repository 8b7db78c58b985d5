//! Text that stands in a grid of cells: safe to show, measured, cut, wrapped and found.
//!
//! Everything a file says passes through [`SafeText`] before it is kept, so the layers above
//! never hold a byte that could steer a terminal. Everything the program itself says comes from
//! one table in [`words`], in every language at once.
//!
//! ```text
//!   bytes ──SafeText──▶ clusters ──width──▶ cut / wrap ──▶ cells
//! ```

mod cluster;
mod cover;
mod cut;
mod number;
mod safe;
mod scent;
mod search;
mod sign;
mod width;
pub mod words;
mod wrap;

pub use cluster::{clusters, ends_in_virama, is_bengali, units};
pub use cover::{Cover, cover_all, covered};
pub use cut::{cut, cut_start, pad};
pub use number::{Digits, Words};
pub use safe::SafeText;
pub use scent::{Scent, is_doubtful, is_odd};
pub use search::{Needle, fold_digits};
pub use sign::ascii_signs;
pub use width::{cluster_width, columns, width};
pub use words::{Lang, Msg};
pub use wrap::wrap;

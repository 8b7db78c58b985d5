//! What an incident is: events in time, the services they change, and the words for both.
//!
//! No serde, no terminal, no input or output. Everything here is immutable once `load` has
//! made it.

mod event;
mod events;
mod finding;
mod incident;
mod kind;
mod known;
mod localized;
mod redact;
mod status;
pub mod time;

pub use event::{Confidence, Event, Precision, Reading, Source};
pub use events::{Archive, Change, Events, Head, Heads};
pub use finding::{Finding, Place, Rule};
pub use incident::{Action, Expectation, Incident, Link, Milestones, Service, ServiceId, Severity};
pub use kind::Kind;
pub use known::Known;
pub use localized::Localized;
pub use status::{Basis, Phase, Status, Tone};
pub use time::{Time, Zone};

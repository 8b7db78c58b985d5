//! Writes an incident of as many events as one likes, the same for the same seed.
//!
//! ```console
//! $ cargo run --release --example big_incident -- 1000000 > big.yaml
//! $ cargo run --release --example big_incident -- 1000 --json --seed 7 > small.json
//! $ cargo run --release --example big_incident -- 1000 --lines > small.jsonl
//! ```

#[path = "../benches/big/mod.rs"]
mod big;

use std::io::{self, BufWriter};

use big::Form;

/// What is asked for on the command line.
struct Wanted {
    events: usize,
    seed: u64,
    form: Form,
}

fn main() -> io::Result<()> {
    let Wanted { events, seed, form } = wanted(std::env::args().skip(1));
    let mut out = BufWriter::with_capacity(1 << 20, io::stdout().lock());
    big::write(&mut out, events, seed, form)
}

#[expect(clippy::print_stderr, reason = "said to whoever runs it")]
fn wanted(words: impl Iterator<Item = String>) -> Wanted {
    let mut wanted = Wanted { events: 1_000, seed: 1, form: Form::Yaml };
    let mut is_seed = false;
    for word in words {
        match (word.as_str(), word.parse::<u64>()) {
            ("--json", _) => wanted.form = Form::Json,
            ("--lines", _) => wanted.form = Form::Lines,
            ("--seed", _) => is_seed = true,
            (_, Ok(number)) if std::mem::take(&mut is_seed) => wanted.seed = number,
            (_, Ok(number)) => wanted.events = number as usize,
            _ => eprintln!(
                "big_incident: `{word}` is ignored; it is EVENTS [--seed N] [--json|--lines]"
            ),
        }
    }
    wanted
}

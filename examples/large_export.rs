//! Writes a large file as another program would: a status page, a table, lines of JSON.
//!
//! ```console
//! $ cargo run --release --example large_export -- csv 25 > 25-megabytes.csv
//! ```

#[path = "../benches/big/others.rs"]
mod others;

use std::io::{self, Write};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut words = std::env::args().skip(1);
    let word = words.next().unwrap_or_default();
    let megabytes: usize = words.next().unwrap_or_else(|| "25".to_owned()).parse()?;
    let known = others::ALL.iter().find(|(name, _)| *name == word);
    let Some((_, make)) = known else {
        let names = others::ALL.map(|(name, _)| name).join(", ");
        return Err(format!("FORMAT [MEGABYTES]; the format is one of {names}").into());
    };
    io::stdout().lock().write_all(make(megabytes << 20).as_bytes())?;
    Ok(())
}

//! The packed pixels of a PNG.
//!
//! Packing takes longer than painting, so the rows are packed in bands, each on a thread of its own.
//! There are as many bands on every machine: the bytes are the same everywhere.

use std::io::{self, Write};
use std::thread::Builder;

use flate2::{Compression, write::DeflateEncoder};
use simd_adler32::Adler32;

const BANDS: usize = 4;

/// More of it makes a screen hardly smaller, and takes long.
const LEVEL: u32 = 3;

/// What a stream of zlib begins with: a window of 32 KB, packed fast.
const HEAD: [u8; 2] = [0x78, 0x5E];

/// The prime that its checksum counts by.
const PRIME: u64 = 65_521;

/// Rows of `width` pixels, four bytes each, as `tell` writes them. Screens are flat: without a filter
/// they are smaller and sooner packed.
pub(super) fn packed(
    pixels: &[u8],
    width: usize,
    tell: impl Fn(&[u8], &mut Vec<u8>) + Sync,
) -> io::Result<Vec<u8>> {
    let row = (width * 4).max(1);
    let rows = pixels.len() / row;
    let height = rows.div_ceil(BANDS).max(1);
    let bands: Vec<&[u8]> = pixels.chunks(height * row).collect();
    let last = bands.len().saturating_sub(1);
    let made: Vec<io::Result<Band>> = std::thread::scope(|scope| {
        let tell = &tell;
        let pack = move |(place, rows): (usize, &[u8])| Band::new(rows, row, place == last, tell);
        let work = |band| (band, Builder::new().spawn_scoped(scope, move || pack(band)).ok());
        let threads: Vec<_> = bands.into_iter().enumerate().map(work).collect();
        // Where no thread can be had, this one packs.
        let join = |(band, thread): (_, Option<std::thread::ScopedJoinHandle<'_, _>>)| match thread
        {
            Some(thread) => thread.join().unwrap_or_else(|fault| std::panic::resume_unwind(fault)),
            None => pack(band),
        };
        threads.into_iter().map(join).collect()
    });
    let mut out = HEAD.to_vec();
    let mut sum = Adler32::new().finish();
    for band in made {
        let band = band?;
        sum = joined(sum, band.sum, band.length);
        out.extend(band.bytes);
    }
    out.extend(sum.to_be_bytes());
    Ok(out)
}

/// Neighbouring rows.
struct Band {
    bytes: Vec<u8>,
    /// Of what was packed, and how much that was.
    sum: u32,
    length: u64,
}

impl Band {
    fn new(
        pixels: &[u8],
        row: usize,
        is_last: bool,
        tell: impl Fn(&[u8], &mut Vec<u8>),
    ) -> io::Result<Self> {
        let mut packer = DeflateEncoder::new(Vec::new(), Compression::new(LEVEL));
        let (mut sum, mut length, mut told) = (Adler32::new(), 0, Vec::new());
        for pixels in pixels.chunks_exact(row) {
            told.clear();
            told.push(0);
            tell(pixels, &mut told);
            sum.write(&told);
            length += told.len() as u64;
            packer.write_all(&told)?;
        }
        let bytes = if is_last {
            packer.finish()?
        } else {
            packer.flush()?;
            std::mem::take(packer.get_mut())
        };
        Ok(Self { bytes, sum: sum.finish(), length })
    }
}

/// The checksum of two stretches, the second so many bytes long, from those of each.
fn joined(first: u32, second: u32, length: u64) -> u32 {
    let halves = |sum: u32| (u64::from(sum & 0xFFFF), u64::from(sum >> 16));
    let ((first, firsts), (second, seconds)) = (halves(first), halves(second));
    // Each byte of the second raises the second half by what the first stretch had come to.
    let plain = (first + second + PRIME - 1) % PRIME;
    let summed = (firsts + seconds + length % PRIME * (first + PRIME - 1)) % PRIME;
    (summed << 16 | plain) as u32
}

#[cfg(test)]
mod tests {
    use flate2::read::ZlibDecoder;

    use super::*;

    #[test]
    fn what_is_packed_comes_back_and_its_sum_is_right() {
        for (width, height) in [(1, 1), (3, 2), (7, 5), (300, 41), (64, 400)] {
            let byte = |at: usize| (at * at / 7 % 251) as u8;
            let pixels: Vec<u8> = (0..width * height * 4).map(byte).collect();
            let packed = packed(&pixels, width, |row, out| out.extend(row)).unwrap();
            let mut back = Vec::new();
            // It refuses a wrong checksum.
            io::copy(&mut ZlibDecoder::new(&*packed), &mut back).unwrap();
            let rows = pixels.chunks(width * 4).flat_map(|row| [&[0], row].concat());
            assert_eq!(back, rows.collect::<Vec<u8>>(), "{width} x {height}");
        }
    }

    #[test]
    fn a_wrong_sum_is_refused() {
        let mut packed = packed(&[1; 400], 10, |row, out| out.extend(row)).unwrap();
        *packed.last_mut().unwrap() ^= 1;
        assert!(io::copy(&mut ZlibDecoder::new(&*packed), &mut io::sink()).is_err());
    }
}

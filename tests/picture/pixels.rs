//! Pictures as pixels.

use outage_tui::export::picture::{Drawing, Fonts, to_png};

/// Decoded pixels, four bytes each.
pub struct Pixels {
    pub width: u32,
    pub height: u32,
    pub bytes: Vec<u8>,
    pub alt: String,
}

impl Pixels {
    pub fn read(file: &[u8]) -> Self {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(file));
        decoder.set_transformations(png::Transformations::ALPHA);
        let mut reader = decoder.read_info().unwrap();
        let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut bytes).unwrap();
        let told = reader.info().utf8_text.iter().find(|text| text.keyword == "Description");
        let alt = told.map(|text| text.get_text().unwrap()).unwrap_or_default();
        Self { width: info.width, height: info.height, bytes, alt }
    }

    pub fn of(drawing: &Drawing, fonts: &Fonts, scale: u8) -> Self {
        Self::read(&to_png(drawing, fonts, scale, "").unwrap())
    }

    pub fn pixel(&self, x: u32, y: u32) -> [u8; 4] {
        let at = ((y * self.width + x) * 4) as usize;
        self.bytes[at..at + 4].try_into().unwrap()
    }
}

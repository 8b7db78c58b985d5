//! What a browser makes of what we write. Where none is installed there is nothing to see, unless
//! `OUTAGE_TUI_BROWSER=1` insists, as CI does.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(clippy::disallowed_methods, reason = "pages are files")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const INCIDENT: &str = "incidents/oct-outage.yaml";
const BROWSERS: [&str; 3] =
    ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/// A browser, and a folder for what it makes.
struct Browser {
    program: &'static str,
    folder: PathBuf,
}

impl Browser {
    fn find(test: &str) -> Option<Self> {
        let program = BROWSERS.into_iter().find(|path| Path::new(path).exists());
        let wanted = std::env::var_os("OUTAGE_TUI_BROWSER").is_some();
        assert!(program.is_some() || !wanted, "no browser is installed");
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("browser-{test}"));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Some(Self { program: program?, folder })
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Writes an export of the October outage.
    fn export(&self, command: &str, name: &str, options: &[&str]) {
        let mut export = Command::new(env!("CARGO_BIN_EXE_outage-tui"));
        export.current_dir(env!("CARGO_MANIFEST_DIR")).args([command, INCIDENT, "-o"]);
        let output = export.arg(self.path(name)).args(options).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    /// Opens a file of the folder; what the browser prints.
    fn open(&self, name: &str, options: &[&str]) -> String {
        let profile = format!("--user-data-dir={}", self.path("profile").display());
        let page = format!("file://{}", self.path(name).display());
        let mut browser = Command::new(self.program);
        browser.args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"]);
        browser.args(["--no-first-run", "--disable-background-networking", "--hide-scrollbars"]);
        browser.args(["--disable-component-update", "--disable-sync", &profile]);
        // Nothing of the network is reached, by whomever.
        browser.arg("--host-resolver-rules=MAP * ~NOTFOUND");
        let output = browser.args(options).arg(page).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    }
}

/// Grey values of a picture, averaged over squares of eight pixels: what is left when the edges of
/// letters are smoothed in another way.
fn squares(path: &Path) -> (usize, Vec<f64>) {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(fs::read(path).unwrap()));
    decoder.set_transformations(png::Transformations::ALPHA | png::Transformations::STRIP_16);
    let mut reader = decoder.read_info().unwrap();
    let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut bytes).unwrap();
    let (width, height) = (info.width as usize, info.height as usize);
    let grey = |x: usize, y: usize| {
        let pixel = &bytes[(y * width + x) * 4..][..4];
        pixel[..3].iter().map(|c| f64::from(*c)).sum::<f64>() / 3.0
    };
    let square = |x: usize, y: usize| {
        (0..64).map(|at| grey(x * 8 + at % 8, y * 8 + at / 8)).sum::<f64>() / 64.0
    };
    let (columns, rows) = (width / 8, height / 8);
    (columns, (0..columns * rows).map(|at| square(at % columns, at / columns)).collect())
}

/// How far a square may be from the other renderer's, of 255, in the mean and at most. An empty
/// square where a letter stands would be 40 or more away.
const MEAN: f64 = 1.5;
const MOST: f64 = 48.0;

#[test]
fn a_browser_draws_the_svg_as_we_draw_the_png() {
    let Some(browser) = Browser::find("svg") else { return };
    for (theme, lang) in [("light", "en"), ("dark", "bn"), ("light", "bn")] {
        let options = ["--theme", theme, "--lang", lang, "--at", "2021-10-04T21:25Z", "--no-frame"];
        let (svg, png) = (format!("{theme}-{lang}.svg"), format!("{theme}-{lang}.png"));
        browser.export("shot", &svg, &[&options[..], &["--embed-fonts"]].concat());
        browser.export("shot", &png, &[&options[..], &["--scale", "1"]].concat());
        let text = fs::read_to_string(browser.path(&svg)).unwrap();
        let size = |name: &str| {
            let at = text.find(&format!(" {name}=\"")).unwrap() + name.len() + 3;
            text[at..].split('"').next().unwrap().to_owned()
        };
        let window = format!("--window-size={},{}", size("width"), size("height"));
        let shot = format!("--screenshot={}", browser.path("seen.png").display());
        browser.open(&svg, &[&window, &shot]);
        let (ours, theirs) = (squares(&browser.path(&png)), squares(&browser.path("seen.png")));
        assert_eq!(ours.0, theirs.0, "{svg}: another width");
        let differences = ours.1.iter().zip(&theirs.1).map(|(a, b)| (a - b).abs());
        let mean = differences.clone().sum::<f64>() / ours.1.len() as f64;
        let most = differences.fold(0.0, f64::max);
        println!("{svg}: mean {mean:.2}, most {most:.1} of 255");
        assert!(mean <= MEAN && most <= MOST, "{svg}: mean {mean:.2}, most {most:.1}");
    }
}

#[test]
fn the_report_asks_for_nothing_and_fits_a_phone() {
    let Some(browser) = Browser::find("report") else { return };
    for lang in ["en", "bn"] {
        let name = format!("{lang}.html");
        browser.export("report", &name, &["--lang", lang]);
        let log = browser.path("net.json");
        let page =
            browser.open(&name, &["--dump-dom", &format!("--log-net-log={}", log.display())]);
        let asked = fs::read_to_string(&log).unwrap();
        let foreign: Vec<&str> = asked
            .split("\"url\":\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .filter(|url| {
                !["file:", "chrome:", "about:", "data:"].iter().any(|s| url.starts_with(s))
            })
            // What the browser asks of its makers at every start.
            .filter(|url| !url.contains("google.com/") && !url.contains("googleapis.com/"))
            .collect();
        assert_eq!(foreign, [""; 0], "{name} asks for something");
        let table = page.split("<tbody").find(|part| part.contains("<details")).unwrap_or(&page);
        assert!(table.matches("<tr").count() >= 78, "{name}: all events are rows");
        // Our pages run no script, so the measuring one is let in here alone.
        let open = fs::read_to_string(browser.path(&name)).unwrap();
        let measured = open.replacen("Content-Security-Policy", "x-none", 1)
            + "<script>document.title='wide:'+document.documentElement.scrollWidth</script>";
        fs::write(browser.path("measured.html"), measured).unwrap();
        let seen = browser.open("measured.html", &["--dump-dom", "--window-size=500,900"]);
        let wide = seen.split("wide:").nth(1).and_then(|rest| rest.split('<').next()).unwrap();
        assert!(wide.parse::<u32>().unwrap() <= 500, "{name} is {wide} wide in a window of 500");
        // A headless window is not narrower than 500; a frame is.
        let frame = "<iframe id=f width=360 height=800 src=measured.html></iframe>\
             <script>f.onload=()=>document.title='frame:'+f.contentDocument.documentElement.scrollWidth\
             </script>";
        fs::write(browser.path("frame.html"), frame).unwrap();
        let options =
            ["--dump-dom", "--allow-file-access-from-files", "--virtual-time-budget=3000"];
        let seen = browser.open("frame.html", &options);
        let wide = seen.split("frame:").nth(1).and_then(|rest| rest.split('<').next()).unwrap();
        assert!(wide.parse::<u32>().unwrap() <= 360, "{name} is {wide} wide on a phone of 360");
    }
}

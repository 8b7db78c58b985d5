//! The table of codes: what each kind of fault is called, once and for all.
//!
//! A code is a promise to scripts and search engines: it never changes its meaning. `E…` keeps
//! the file from being shown, `W…` does not.

/// Whether a fault keeps the file from being shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    Error,
    Warning,
}

macro_rules! codes {
    ($($name:ident $code:literal $doc:literal;)*) => {
        /// The kind of a fault.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $(#[doc = $doc] $name),* }

        impl Code {
            /// All of them, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// `E001` … `W122`.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code),* }
            }
        }
    };
}

codes! {
    Missing "E001" "No such file.";
    Folder "E002" "A folder where a file should be.";
    Unreadable "E003" "Not a regular file, or no permission to read it.";
    Empty "E004" "Nothing in it, or only comments.";
    Binary "E005" "Not text.";
    WideEncoding "E006" "UTF-16 or UTF-32.";
    BadUtf8 "E007" "Bytes that are not UTF-8.";
    TooLarge "E008" "Larger than anything that is read.";

    Syntax "E010" "Not YAML.";
    SecondDocument "E011" "More than one document.";
    TooDeep "E012" "Nested deeper than any incident.";
    Bomb "E013" "Aliases that unfold to far more than the file.";
    DuplicateKey "E014" "A key given twice.";
    NotRead "E015" "YAML that programs read differently: merge keys, custom tags.";

    UnknownKey "E020" "A key that the format does not have.";
    Shape "E021" "A list, map, text, number or switch where something else belongs.";
    MissingKey "E022" "A key that must be there.";
    Schema "E023" "A version of the format that this program does not read.";
    TwoNames "E024" "One field under two of its names.";

    UnknownStatus "E030" "Not a status.";
    UnknownService "E031" "Not one of the file's services.";
    UnknownKind "E032" "Not a kind of event.";
    UnknownPrecision "E033" "Not a precision.";
    UnknownConfidence "E034" "Not a confidence.";
    UnknownBasis "E035" "Not a basis of a figure.";
    UnknownSeverity "E036" "Not a severity.";
    UnknownPhase "E037" "Not a phase, or not one that fits here.";

    BadTime "E040" "Not a time.";
    NoSuchDate "E041" "A date or hour that no calendar has.";
    SkippedTime "E042" "A time that the zone's clocks jumped over.";
    TwiceTime "E043" "A time that the zone's clocks showed twice.";
    UnknownZone "E044" "Not a time zone.";
    NoStart "E045" "A time counted from a start that is not given.";
    EndBeforeStart "E046" "A span that ends before it begins.";
    TimeRange "E047" "A year that is not handled.";

    DuplicateService "E050" "Two services with one id.";
    Percent "E051" "Not between 0 and 100.";
    Weight "E052" "Not above 0.";
    NoEvents "E053" "An incident in which nothing happens.";
    ExpectedPhase "E054" "The file expected another phase.";
    ExpectedStatus "E055" "The file expected another status.";
    EmptyText "E056" "Nothing where a title belongs.";

    ManyIncidents "E060" "Several incidents, of which one must be chosen.";
    NoSuchIncident "E061" "No incident of that id in the file.";
    NoIncident "E062" "A file of another program in which nothing happened.";
    UnknownFormat "E063" "Neither our format nor one of those that are read.";

    OutOfOrder "W101" "An event earlier than the one before it.";
    NeverReturns "W102" "A service that is not back at the end.";
    Gap "W103" "A long time without an event.";
    MilestonesReversed "W104" "Milestones in the wrong order.";
    ReadingContradicts "W105" "A reading that the services contradict.";
    Synonym "W106" "A field under another name than its own.";
    LeapSecond "W107" "Second 60, read as the one before.";
    ServiceUnused "W108" "A service that no event touches.";
    LooksLike "W109" "Two names that look the same.";
    BadUrl "W110" "An address that is not opened.";
    FromReport "W111" "A Markdown report, which does not carry everything.";

    LeftOut "W120" "An entry of another program's file that could not be read.";
    Disagrees "W121" "Two things that another program's file says of one service.";
    ZoneAssumed "W122" "Times without a zone.";
    FileLeftOut "W123" "A file that could not be read beside others that could.";
    FarApart "W124" "Files shown as one incident that are far apart in time.";
}

impl Code {
    pub fn level(self) -> Level {
        if self.as_str().starts_with('E') { Level::Error } else { Level::Warning }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_in_order() {
        assert!(Code::ALL.is_sorted_by(|a, b| a.as_str() < b.as_str()));
    }
}

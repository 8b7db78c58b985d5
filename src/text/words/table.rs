// The table of messages: name, English, Bengali. Included by `words.rs`, which adds the rows of
// `faults.rs`.
with_faults! {
    // Units of time
    UnitDay: "d", "দিন";
    UnitHour: "h", "ঘ";
    UnitMinute: "min", "মি";
    UnitSecond: "s", "সে";
    CompactDay: "d", "দি";
    CompactHour: "h", "ঘ";
    CompactMinute: "m", "মি";
    CompactSecond: "s", "সে";

    // Statuses
    StatusOperational: "operational", "সচল";
    StatusMaintenance: "maintenance", "রক্ষণাবেক্ষণ";
    StatusUnknown: "unknown", "অজানা";
    StatusRecovering: "recovering", "ফিরছে";
    StatusDegraded: "degraded", "ধীর";
    StatusPartialOutage: "partial outage", "আংশিক বিভ্রাট";
    StatusMajorOutage: "major outage", "পূর্ণ বিভ্রাট";

    // Phases
    PhaseBefore: "before", "শুরুর আগে";
    PhaseStarted: "started", "শুরু";
    PhaseDetected: "detected", "শনাক্ত";
    PhaseAcknowledged: "acknowledged", "স্বীকৃত";
    PhaseMitigated: "mitigated", "প্রশমিত";
    PhaseResolved: "resolved", "সমাধান";

    // Bases of a figure
    BasisMeasured: "measured", "পরিমাপিত";
    BasisReported: "reported", "জানানো";
    BasisEstimate: "estimate", "আনুমানিক";
    BasisComputed: "computed", "হিসেব করা";

    // Kinds of event
    KindCause: "cause", "কারণ";
    KindImpact: "impact", "প্রভাব";
    KindDetection: "detection", "শনাক্ত";
    KindAction: "action", "পদক্ষেপ";
    KindCommunication: "comms", "ঘোষণা";
    KindRecovery: "recovery", "পুনরুদ্ধার";
    KindMilestone: "milestone", "মাইলফলক";
    KindExternal: "external", "বাইরের";
    KindChange: "change", "বদল";
    KindAlert: "alert", "সতর্কতা";
    KindNote: "note", "টীকা";

    // Precision and confidence
    PrecisionExact: "exact", "নির্ভুল";
    PrecisionMinute: "to the minute", "মিনিট পর্যন্ত";
    PrecisionQuarter: "to a quarter of an hour", "পনেরো মিনিট পর্যন্ত";
    PrecisionHour: "to the hour", "ঘণ্টা পর্যন্ত";
    PrecisionDay: "the day only", "কেবল দিন";
    ConfidenceHigh: "high", "উচ্চ";
    ConfidenceMedium: "medium", "মাঝারি";
    ConfidenceLow: "low", "কম";

    // Clocks
    ClockIncident: "incident zone", "ঘটনার অঞ্চল";
    ClockLocal: "local", "স্থানীয়";
    ClockUtc: "UTC", "UTC";
    ClockSinceStart: "T+", "T+";
    ClockSinceLast: "since the event before", "আগের ঘটনা থেকে";

    // Modes and groups of keys
    ModeAny: "Everywhere", "সর্বত্র";
    ModeWalk: "Panels", "প্যানেল";
    ModeGoTo: "After g", "g-এর পরে";
    ModeLine: "While typing", "লেখার সময়";
    ModePalette: "In this list", "এই তালিকায়";
    ModeRead: "While reading", "পড়ার সময়";
    GroupMove: "Move", "চলা";
    GroupTime: "Time", "সময়";
    GroupFind: "Find", "খোঁজা";
    GroupPanels: "Panels", "প্যানেল";
    GroupShow: "Show", "দেখানো";
    GroupGeneral: "General", "সাধারণ";

    // What keys do
    ActDown: "next event, or a line down", "পরের ঘটনা, বা এক লাইন নিচে";
    ActUp: "previous event, or a line up", "আগের ঘটনা, বা এক লাইন ওপরে";
    ActHalfDown: "half a page down", "আধ পাতা নিচে";
    ActHalfUp: "half a page up", "আধ পাতা ওপরে";
    ActPageDown: "a page down", "এক পাতা নিচে";
    ActPageUp: "a page up", "এক পাতা ওপরে";
    ActTop: "first event", "প্রথম ঘটনা";
    ActBottom: "last event", "শেষ ঘটনা";
    ActNextChange: "next change of a status", "অবস্থার পরের বদল";
    ActPreviousChange: "previous change of a status", "অবস্থার আগের বদল";
    ActNextPhase: "next phase", "পরের পর্যায়";
    ActPreviousPhase: "previous phase", "আগের পর্যায়";
    ActNextPinned: "next important event", "পরের গুরুত্বপূর্ণ ঘটনা";
    ActPreviousPinned: "previous important event", "আগের গুরুত্বপূর্ণ ঘটনা";
    ActNextGap: "next gap in the story", "বিবরণের পরের ফাঁক";
    ActPreviousGap: "previous gap in the story", "বিবরণের আগের ফাঁক";
    ActClockBack: "clock back along the lanes", "লেন ধরে ঘড়ি পেছনে";
    ActClockOn: "clock on along the lanes", "লেন ধরে ঘড়ি সামনে";
    ActClockFarBack: "clock back ten cells", "ঘড়ি দশ ঘর পেছনে";
    ActClockFarOn: "clock on ten cells", "ঘড়ি দশ ঘর সামনে";
    ActZoomIn: "lanes closer", "লেন কাছে";
    ActZoomOut: "lanes further", "লেন দূরে";
    ActZoomFit: "lanes as they fit", "লেন মাপমতো";
    ActPlay: "play the incident, or stop", "ঘটনা চালানো বা থামানো";
    ActSlower: "play slower", "ধীরে চালানো";
    ActFaster: "play faster", "দ্রুত চালানো";
    ActClockKind: "clock: incident zone, local, UTC, T+, since the event before", "ঘড়ি: ঘটনার অঞ্চল, স্থানীয়, UTC, T+, আগের ঘটনা থেকে";
    ActGoTo: "go to a milestone or a time", "মাইলফলক বা সময়ে যাওয়া";
    ActSearch: "search", "খোঁজা";
    ActNextHit: "next hit", "পরের মিল";
    ActPreviousHit: "previous hit", "আগের মিল";
    ActFilter: "filter the events", "ঘটনা ছাঁকা";
    ActClearFilter: "show all events again", "সব ঘটনা আবার দেখানো";
    ActFocusNext: "next panel (1 to 5: that one)", "পরের প্যানেল (১ থেকে ৫: সেটি)";
    ActFocusPrevious: "previous panel", "আগের প্যানেল";
    ActPanelZoom: "this panel alone", "কেবল এই প্যানেল";
    ActDetail: "the event, full size", "ঘটনাটি, পুরো আকারে";
    ActLaneOrder: "services worst first, or as in the file", "সবচেয়ে খারাপ আগে, বা ফাইলের ক্রমে";
    ActProblems: "warnings of the file", "ফাইলের সতর্কতা";
    ActLang: "English or Bengali", "বাংলা বা ইংরেজি";
    ActTheme: "colours: dark, light, 16, none", "রং: গাঢ়, হালকা, ১৬, রংহীন";
    ActCopy: "copy the event", "ঘটনাটি কপি";
    ActMouse: "mouse for the program, or for the terminal", "মাউস প্রোগ্রামের, বা টার্মিনালের";
    ActHelp: "keys and commands", "কী ও কমান্ড";
    ActBack: "back", "ফেরা";
    ActQuit: "quit", "প্রস্থান";
    ActRedraw: "draw the screen anew", "পর্দা নতুন করে আঁকা";
    ActSuspend: "stop; the shell's fg goes on", "থামানো; শেলের fg-তে আবার চলবে";
    ActGoStarted: "where it started", "যেখানে শুরু";
    ActGoDetected: "where it was detected", "যেখানে শনাক্ত";
    ActGoAcknowledged: "where it was acknowledged", "যেখানে স্বীকৃত";
    ActGoMitigated: "where it was mitigated", "যেখানে প্রশমিত";
    ActGoResolved: "where it was resolved", "যেখানে সমাধান";
    ActGoTime: "to a time", "কোনো সময়ে";
    ActScrollDown: "a line down", "এক লাইন নিচে";
    ActScrollUp: "a line up", "এক লাইন ওপরে";
    ActTextTop: "top of the text", "লেখার শুরু";
    ActTextBottom: "end of the text", "লেখার শেষ";
    ActAccept: "take it", "গ্রহণ";
    ActCancel: "give it up", "বাতিল";
    ActLeft: "left", "বাঁয়ে";
    ActRight: "right", "ডানে";
    ActLineStart: "start of the line", "লাইনের শুরু";
    ActLineEnd: "end of the line", "লাইনের শেষ";
    ActBackspace: "delete the character before", "আগের অক্ষর মোছা";
    ActDelete: "delete the letter after", "পরের অক্ষর মোছা";
    ActDeleteWord: "delete the word before", "আগের শব্দ মোছা";
    ActClearLine: "delete the line", "লাইন মোছা";
    ActRun: "run it", "চালানো";

    // Hints of the footer
    HintMove: "move", "চলা";
    HintChange: "change", "বদল";
    HintPhase: "phase", "পর্যায়";
    HintClock: "clock", "ঘড়ি";
    HintZoom: "zoom", "জুম";
    HintPlay: "play", "চালানো";
    HintSpeed: "speed", "গতি";
    HintClockKind: "zone", "অঞ্চল";
    HintGoTo: "go to", "যাওয়া";
    HintSearch: "search", "খোঁজা";
    HintFilter: "filter", "ছাঁকা";
    HintPanel: "panel", "প্যানেল";
    HintPanelZoom: "alone", "একা";
    HintDetail: "open", "খোলা";
    HintLaneOrder: "order", "ক্রম";
    HintLang: "বাংলা", "English";
    HintHelp: "help", "সাহায্য";
    HintQuit: "quit", "প্রস্থান";
    HintTop: "top", "শুরু";
    HintEnd: "end", "শেষ";
    HintTime: "time", "সময়";
    HintBack: "back", "ফেরা";
    HintScroll: "scroll", "ওঠানামা";
    HintAccept: "take", "গ্রহণ";
    HintRun: "run", "চালানো";

    // Times and figures
    Approximately: "~", "~";
    TooSmall: "outage-tui needs {0}, this is {1}", "outage-tui-র চাই {0}, আছে {1}";

    // Panels
    PanelLanes: "Lanes", "লেন";
    PanelRecovery: "Recovery", "পুনরুদ্ধার";
    PanelTimeline: "Timeline", "ঘটনাক্রম";
    PanelServices: "Services", "পরিষেবা";
    PanelDetail: "Event", "ঘটনা";
    PhaseFor: "for {0}", "{0} ধরে";
    EventsOne: "{0} event", "{0}টি ঘটনা";
    EventsMany: "{0} events", "{0}টি ঘটনা";
    GapsOne: "{0} gap", "{0}টি ফাঁক";
    GapsMany: "{0} gaps", "{0}টি ফাঁক";
    WarningsOne: "{0} warning (!)", "{0}টি সতর্কতা (!)";
    WarningsMany: "{0} warnings (!)", "{0}টি সতর্কতা (!)";
    LaneEvents: "events", "ঘটনা";
    LanePhases: "phases", "পর্যায়";
    PerCell: "{0} a cell", "ঘরপ্রতি {0}";
    Up: "up", "সচল";
    DerivedNote: "* derived, not reported", "* হিসেব করে পাওয়া, জানানো নয়";
    NothingToRecover: "nothing is affected yet", "এখনও কিছুতে প্রভাব পড়েনি";
    BackOf: "{0} of {1} affected back", "আক্রান্ত {1}টির {0}টি ফিরেছে";
    CountRecovering: "{0} recovering", "{0}টি ফিরছে";
    CountDegraded: "{0} degraded", "{0}টি ধীর";
    CountDown: "{0} down", "{0}টি অচল";
    CountUnknown: "{0} unknown", "{0}টি অজানা";
    Ttd: "TTD", "TTD";
    Tta: "TTA", "TTA";
    Ttm: "TTM", "TTM";
    Ttr: "TTR", "TTR";
    Shown: "{0} of {1} shown", "{1}টির {0}টি দেখানো";
    NothingShown: "no event meets the filter; Esc shows all again", "ছাঁকনিতে কোনো ঘটনা নেই; Esc চাপলে সব ফিরবে";
    NoEntry: "{0} with no entry", "{0} কোনো তথ্য নেই";
    MarkCause: "last change", "ঠিক আগের বদল";
    MarkSymptom: "1st symptom", "প্রথম লক্ষণ";
    Lasting: "({0})", "({0})";
    WorstFirst: "at the clock, worst first", "ঘড়ির সময়ে, খারাপ আগে";
    ColumnSince: "since", "কবে";
    ColumnDown: "down", "অচল";
    EventOf: "{0} of {1}", "{1}-এর {0}";
    Until: "until {0}", "{0} পর্যন্ত";
    Precise: "known {0}", "জানা আছে {0}";
    ConfidenceOf: "confidence {0}", "আস্থা {0}";
    By: "by {0}", "লিখেছেন {0}";
    ReadingOf: "recovery {0}% ({1})", "পুনরুদ্ধার {0}% ({1})";

    // The footer
    ClockIs: "clock: {0} ({1})", "ঘড়ি: {0} ({1})";
    MouseIsTheTerminals: "COPY MODE (F2)", "কপি মোড (F2)";
    HitOf: "{0} of {1}", "{1}টির {0}";
    HitsOne: "{0} hit", "{0}টি মিল";
    HitsMany: "{0} hits", "{0}টি মিল";
    PaceEvents: "event by event", "ঘটনা ধরে ধরে";
    PromptFilter: "filter: ", "ছাঁকনি: ";
    PromptTime: "time: ", "সময়: ";
    SearchForms: "titles, texts, services, sources, tags", "শিরোনাম, লেখা, পরিষেবা, সূত্র, ট্যাগ";
    FilterForms: "service:… kind:… status:… tag:… word, - turns it round", "service:… kind:… status:… tag:… শব্দ, - দিলে উল্টো";
    Playing: "playing", "চলছে";
    Paused: "stopped", "থেমে";
    TimeForms: "in {0}, e.g. 18:00, 2021-10-04 18:00, 2021-10-04T18:00Z, T+2h10m, resolved", "{0}-তে, যেমন 18:00, 2021-10-04 18:00, 2021-10-04T18:00Z, T+2h10m, resolved";
    NoSuchField: "no field \"{0}\"; there are service, kind, status, tag", "\"{0}\" নামে কিছু নেই; আছে service, kind, status, tag";
    NoSuchKind: "no kind \"{0}\"; there are {1}", "\"{0}\" নামে ধরন নেই; আছে {1}";
    NoSuchStatus: "no status \"{0}\"; there are {1}", "\"{0}\" নামে অবস্থা নেই; আছে {1}";
    NotATime: "not a time: write 18:00, 2021-10-04 18:00 or T+2h10m", "সময় নয়: লিখুন 18:00, 2021-10-04 18:00 বা T+2h10m";
    WhenNoSuchDate: "no such date or time in the calendar", "ক্যালেন্ডারে এমন তারিখ বা সময় নেই";
    WhenSkipped: "the clocks were put forward over it: write the offset or UTC", "ঘড়ি এই সময়টি টপকে গিয়েছিল: অফসেট বা UTC লিখুন";
    WhenTwice: "the clocks showed it twice: write the offset or UTC", "ঘড়িতে এই সময় দু'বার এসেছে: অফসেট বা UTC লিখুন";
    WhenOutOfRange: "outside the years 1 to 9999", "১ থেকে ৯৯৯৯ সালের বাইরে";
    NoStartKnown: "no start is known, so there is no T+", "শুরু জানা নেই, তাই T+ নেই";
    NoMilestone: "the incident has no time for: {0}", "ঘটনায় এই সময়টি নেই: {0}";

    LayoutHint: "Bengali layout on: arrows, Enter, Esc, F1 always work; see --keyboard", "বাংলা লেআউট চালু: তীর, Enter, Esc, F1 সব সময় চলে; --keyboard দেখুন";

    // Overlays
    GoToTitle: "Go to", "যেখানে যাবেন";
    HelpTitle: "Keys and commands", "কী ও কমান্ড";
    HelpNote: "type to narrow, Enter runs, Esc back", "লিখে বাছুন, Enter চালায়, Esc ফেরায়";
    NoCommand: "no key or command matches", "মেলে এমন কী বা কমান্ড নেই";
    ProblemsTitle: "Warnings of the file", "ফাইলের সতর্কতা";
    NoProblems: "The file has no warnings.", "ফাইলে কোনো সতর্কতা নেই।";

    // Reports
    RowAt: "At", "সময়";
    RowPhase: "Phase", "পর্যায়";
    RowRecovery: "Recovery", "পুনরুদ্ধার";
    Since: "since {0}", "{0} থেকে";
    PlainSeverity: "Severity {0}.", "গুরুত্ব {0}।";
    PlainState: "At {0} the phase is {1}, for {2}.", "{0}: পর্যায় {1}, {2} ধরে।";
    PlainBefore: "At {0} the incident has not begun.", "{0}: ঘটনা তখনও শুরু হয়নি।";
    PlainRecovery: "Recovery {0} percent, {1}: {2}.", "পুনরুদ্ধার {0} শতাংশ, {1}: {2}।";
    PlainService: "{0}: {1}, since {2}.", "{0}: {1}, {2} থেকে।";
    PlainServiceDown: "{0}: {1}, since {2}; down for {3} so far.", "{0}: {1}, {2} থেকে; এ পর্যন্ত অচল {3}।";
    PlainServiceUnknown: "{0}: {1}.", "{0}: {1}।";
    PlainMeasure: "{0}: {1}.", "{0}: {1}।";
    PlainMeasureDerived: "{0}: {1}, derived from the events, not reported.", "{0}: {1}, ঘটনাগুলি থেকে হিসেব করা, জানানো নয়।";
    PlainMeasureUnknown: "{0}: not known.", "{0}: জানা নেই।";
    PlainPhase: "Phase {0}, at {1}.", "পর্যায় {0}, {1}।";
    PlainPhaseDerived: "Phase {0}, at {1}, derived.", "পর্যায় {0}, {1}, হিসেব করা।";
    PlainAbout: "about {0}", "{0} নাগাদ";
    OutputExists: "there is such a file already; --force writes over it", "এই নামে ফাইল আগেই আছে; --force দিলে তার ওপর লেখা হবে";
    OutputNotAFile: "this is a folder, a link or a device; give the name of a file", "এটি ফোল্ডার, লিঙ্ক বা যন্ত্র; ফাইলের নাম দিন";
    OutputFailed: "not written: {0}", "লেখা যায়নি: {0}";
    ShotEnding: "the name of a picture ends in .svg, .png, .html, .ans or .txt", "ছবির নামের শেষে থাকে .svg, .png, .html, .ans বা .txt";
    ShotNoEvent: "there is no event {0}; there are {1}", "{0} নম্বর ঘটনা নেই; আছে {1}টি";
    ShotNotAFont: "not a font: give a TrueType or OpenType file", "এটি ফন্ট নয়: TrueType বা OpenType ফাইল দিন";
    ShotMissing: "no font has {0}; boxes with their code points stand for them, --font FILE adds a font", "কোনো ফন্টে {0} নেই; তার বদলে কোড-লেখা বাক্স আঁকা হল, --font FILE দিলে ফন্ট যোগ হবে";
    ReplayEnding: "the name of a film ends in .gif, .apng, .svg or .cast", "চলমান ছবির নামের শেষে থাকে .gif, .apng, .svg বা .cast";
    ReplayTooLong: "that would be {0} pictures, and {1} are the most; raise --speed, or show fewer events with --filter", "তাতে {0}টি ছবি হত, সর্বাধিক {1}টি; --speed বাড়ান, বা --filter দিয়ে ঘটনা কমান";
    ReplayProgress: "{0} of {1} pictures", "{1}টির মধ্যে {0}টি ছবি";
    ReplayAlt: "Played from {0} to {1}; this is how it ends:", "{0} থেকে {1} পর্যন্ত চালানো; শেষটা এমন:";
    ShotAsText: "The picture as text", "ছবিটি লেখায়";
    TimesTitle: "The five times", "পাঁচটি সময়";
    HarmTitle: "Time in each status", "কোন অবস্থায় কতক্ষণ";
    CauseTitle: "Cause", "কারণ";
    GapsTitle: "Gaps in the story", "বিবরণের ফাঁক";
    ActionsTitle: "Actions", "করণীয়";
    SourcesTitle: "Sources", "সূত্র";
    OriginGiven: "given", "দেওয়া";
    OriginDerived: "derived", "হিসেব করা";
    DerivedLong: "Each runs from the start of the incident to its milestone. \\* marks a length with an end that was derived from the events, not reported.", "প্রতিটি মাপ ঘটনার শুরু থেকে তার মাইলফলক পর্যন্ত। \\* চিহ্নের একটি প্রান্ত ঘটনাগুলি থেকে হিসেব করা, জানানো নয়।";
    ColumnOrigin: "known from", "কোথা থেকে";
    ColumnMeasure: "measure", "মাপ";
    ColumnLength: "length", "দৈর্ঘ্য";
    ColumnFrom: "from", "থেকে";
    ColumnTo: "to", "পর্যন্ত";
    ColumnService: "service", "পরিষেবা";
    ColumnBasis: "basis", "ভিত্তি";
    ColumnKind: "kind", "ধরন";
    ColumnTask: "task", "কাজ";
    ColumnOwner: "owner", "দায়িত্বে";
    ColumnDue: "due", "শেষ তারিখ";
    ColumnPriority: "priority", "অগ্রাধিকার";
    ColumnState: "state", "অবস্থা";
    ActionDone: "done", "হয়েছে";
    ActionOpen: "open", "বাকি";
    Since0: "T+", "T+";
    MeasuresTitle: "Measures", "পরিমাপ";
    MeasureDetect: "time to detect", "শনাক্ত হতে";
    MeasureAcknowledge: "to acknowledge", "স্বীকার করতে";
    MeasureMitigate: "to mitigate", "প্রশমিত হতে";
    MeasureResolve: "to resolve", "সমাধান হতে";
    PrivateOne: "({0} private event left out)", "({0}টি ব্যক্তিগত ঘটনা বাদ)";
    PrivateMany: "({0} private events left out)", "({0}টি ব্যক্তিগত ঘটনা বাদ)";
    CheckClean: "nothing wrong", "কোনো ভুল নেই";
    CheckWarningsOne: "{0} warning", "{0}টি সতর্কতা";
    CheckWarningsMany: "{0} warnings", "{0}টি সতর্কতা";
}

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

    SpokenDay: "{0} day", "{0} দিন";
    SpokenDays: "{0} days", "{0} দিন";
    SpokenHour: "{0} hour", "{0} ঘণ্টা";
    SpokenHours: "{0} hours", "{0} ঘণ্টা";
    SpokenMinute: "{0} minute", "{0} মিনিট";
    SpokenMinutes: "{0} minutes", "{0} মিনিট";
    SpokenSecond: "{0} second", "{0} সেকেন্ড";
    SpokenSeconds: "{0} seconds", "{0} সেকেন্ড";

    // Statuses
    StatusOperational: "operational", "সচল";
    StatusMaintenance: "maintenance", "রক্ষণাবেক্ষণ";
    StatusUnknown: "unknown", "অজানা";
    StatusRecovering: "recovering", "ফিরছে";
    StatusDegraded: "degraded", "ব্যাহত";
    StatusPartialOutage: "partial outage", "আংশিক বিভ্রাট";
    StatusMajorOutage: "major outage", "পূর্ণ বিভ্রাট";

    // Phases
    PhaseBefore: "not started", "শুরুর আগে";
    PhaseStarted: "started", "শুরু";
    PhaseDetected: "detected", "শনাক্ত";
    PhaseAcknowledged: "acknowledged", "স্বীকার";
    PhaseMitigated: "mitigated", "প্রশমন";
    PhaseResolved: "resolved", "সমাধান";

    // Bases of a figure
    BasisMeasured: "measured", "পরিমাপিত";
    BasisReported: "reported", "ঘোষিত";
    BasisEstimate: "estimate", "আনুমানিক";
    BasisComputed: "computed", "হিসেব করা";

    // How a status is known
    KnownReported: "reported", "জানানো";
    KnownInferred: "inferred", "অনুমিত";
    StatusInferred: "{0} (inferred)", "{0} (অনুমিত)";

    // Kinds of event
    KindCause: "cause", "কারণ";
    KindImpact: "impact", "প্রভাব";
    KindDetection: "detection", "শনাক্তকরণ";
    KindAction: "action", "পদক্ষেপ";
    KindCommunication: "comms", "ঘোষণা";
    KindRecovery: "recovery", "পুনরুদ্ধার";
    KindMilestone: "milestone", "মাইলফলক";
    KindExternal: "external", "বাহ্যিক";
    KindChange: "change", "বদল";
    KindAlert: "alert", "সতর্কবার্তা";
    KindNote: "note", "টীকা";

    // Precision and confidence
    PrecisionExact: "exact", "নির্ভুল";
    PrecisionMinute: "to the minute", "এক মিনিট";
    PrecisionQuarter: "to the quarter hour", "পনেরো মিনিট";
    PrecisionHour: "to the hour", "এক ঘণ্টা";
    PrecisionDay: "to the day", "এক দিন";
    ConfidenceHigh: "high", "বেশি";
    ConfidenceMedium: "medium", "মাঝারি";
    ConfidenceLow: "low", "কম";

    // Clocks
    ClockIncident: "incident's time zone", "বিভ্রাটের সময়-অঞ্চল";
    ClockLocal: "local", "স্থানীয়";
    ClockUtc: "UTC", "UTC";
    ClockSinceStart: "T+", "T+";
    ClockSinceLast: "since the previous event", "আগের ঘটনা থেকে";

    // Modes and groups of keys
    ModeAny: "Everywhere", "সর্বত্র";
    ModeWalk: "Panels", "প্যানেল";
    ModePair: "Two incidents", "দুটি বিভ্রাট";
    ModeGoTo: "After g", "g-এর পরে";
    ModeLine: "While typing", "লেখার সময়";
    ModePalette: "In this list", "এই তালিকায়";
    ModeRead: "While reading", "পড়ার সময়";
    GroupMove: "Move", "চলাচল";
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
    ActNextChange: "next status change", "অবস্থার পরের বদল";
    ActPreviousChange: "previous status change", "অবস্থার আগের বদল";
    ActNextPhase: "next phase", "পরের পর্যায়";
    ActPreviousPhase: "previous phase", "আগের পর্যায়";
    ActNextPinned: "next important event", "পরের গুরুত্বপূর্ণ ঘটনা";
    ActPreviousPinned: "previous important event", "আগের গুরুত্বপূর্ণ ঘটনা";
    ActNextGap: "next gap in the timeline", "ঘটনাক্রমের পরের ফাঁক";
    ActPreviousGap: "previous gap in the timeline", "ঘটনাক্রমের আগের ফাঁক";
    ActClockBack: "clock back one cell", "ঘড়ি এক ঘর পেছনে";
    ActClockOn: "clock forward one cell", "ঘড়ি এক ঘর সামনে";
    ActClockFarBack: "clock back ten cells", "ঘড়ি দশ ঘর পেছনে";
    ActClockFarOn: "clock forward ten cells", "ঘড়ি দশ ঘর সামনে";
    ActZoomIn: "zoom the lanes in", "লেন বড় করে দেখা";
    ActZoomOut: "zoom the lanes out", "লেন ছোট করে দেখা";
    ActZoomFit: "fit the whole incident in the lanes", "লেনে পুরো সময়";
    ActPlay: "play the incident, or stop", "ঘটনাক্রম চালানো বা থামানো";
    ActSlower: "play slower", "ধীরে চালানো";
    ActFaster: "play faster", "দ্রুত চালানো";
    ActClockKind: "show times as: incident's time zone, local, UTC, T+, since the previous event", "সময় দেখানো: বিভ্রাটের সময়-অঞ্চল, স্থানীয়, UTC, T+, আগের ঘটনা থেকে";
    ActGoTo: "go to a milestone or a time", "মাইলফলক বা সময়ে যাওয়া";
    ActSearch: "search", "খোঁজা";
    ActNextHit: "next hit", "পরের মিল";
    ActPreviousHit: "previous hit", "আগের মিল";
    ActFilter: "filter the events", "ঘটনা ফিল্টার করা";
    ActClearFilter: "show all events again", "সব ঘটনা আবার দেখানো";
    ActFocusNext: "next panel (1–5: that panel)", "পরের প্যানেল (1–5: সেই প্যানেল)";
    ActFocusPrevious: "previous panel", "আগের প্যানেল";
    ActPanelZoom: "only this panel", "কেবল এই প্যানেল";
    ActDetail: "the event, full size", "ঘটনাটি, পুরো আকারে";
    ActLaneOrder: "order of services: worst first, or as in the file", "পরিষেবার ক্রম: সবচেয়ে খারাপ আগে, বা ফাইলের মতো";
    ActProblems: "warnings about the file", "ফাইল নিয়ে সতর্কতা";
    ActLang: "English or Bengali", "বাংলা বা ইংরেজি";
    ActTheme: "colours: dark, light, 16, none", "রং: গাঢ়, হালকা, ১৬, রংহীন";
    ActCopy: "copy the event", "ঘটনাটি কপি";
    ActPicture: "save a picture of the screen", "পর্দার ছবি সংরক্ষণ";
    ActMouse: "mouse for the program, or for the terminal", "মাউস প্রোগ্রামের, বা টার্মিনালের";
    ActHelp: "keys and commands", "বোতাম ও কমান্ড";
    ActBack: "back", "ফেরা";
    ActQuit: "quit", "প্রস্থান";
    ActRedraw: "redraw the screen", "পর্দা নতুন করে আঁকা";
    ActSuspend: "suspend (fg resumes)", "সাময়িক থামানো (শেলে fg দিলে আবার চলবে)";
    ActGoStarted: "when it started", "শুরুর সময়ে";
    ActGoDetected: "when it was detected", "শনাক্তের সময়ে";
    ActGoAcknowledged: "when it was acknowledged", "স্বীকারের সময়ে";
    ActGoMitigated: "when it was mitigated", "প্রশমনের সময়ে";
    ActGoResolved: "when it was resolved", "সমাধানের সময়ে";
    ActGoTime: "a time", "কোনো সময়ে";
    ActScrollDown: "a line down", "এক লাইন নিচে";
    ActScrollUp: "a line up", "এক লাইন ওপরে";
    ActTextTop: "top of the text", "লেখার শুরু";
    ActTextBottom: "end of the text", "লেখার শেষ";
    ActAccept: "accept", "গ্রহণ";
    ActCancel: "cancel", "বাতিল";
    ActLeft: "left", "বাঁয়ে";
    ActRight: "right", "ডানে";
    ActLineStart: "start of the line", "লাইনের শুরু";
    ActLineEnd: "end of the line", "লাইনের শেষ";
    ActBackspace: "delete the character before the cursor", "কার্সরের আগের চিহ্ন মোছা";
    ActDelete: "delete the whole character after the cursor", "কার্সরের পরের পুরো অক্ষর মোছা";
    ActDeleteWord: "delete the word before the cursor", "কার্সরের আগের শব্দ মোছা";
    ActClearLine: "delete the line", "লাইন মোছা";
    ActRun: "run it", "চালানো";

    // Hints of the footer
    HintMove: "move", "ওঠানামা";
    HintChange: "change", "বদল";
    HintPhase: "phase", "পর্যায়";
    HintClock: "clock", "ঘড়ি";
    HintZoom: "zoom", "জুম";
    HintPlay: "play", "চালানো";
    HintSpeed: "speed", "গতি";
    HintClockKind: "times", "সময়";
    HintGoTo: "go to", "যাওয়া";
    HintSearch: "search", "খোঁজা";
    HintFilter: "filter", "ফিল্টার";
    HintPanel: "panel", "প্যানেল";
    HintPanelZoom: "maximise", "বড় করা";
    HintDetail: "open", "খোলা";
    HintLaneOrder: "order", "ক্রম";
    HintLang: "বাংলা", "English";
    HintHelp: "help", "সাহায্য";
    HintQuit: "quit", "প্রস্থান";
    HintTop: "first", "প্রথম";
    HintEnd: "last", "শেষ";
    HintTime: "time", "সময়";
    HintBack: "back", "ফেরা";
    HintScroll: "scroll", "ওঠানামা";
    HintAccept: "accept", "গ্রহণ";
    HintRun: "run", "চালানো";

    // Times and figures
    Approximately: "~", "~";
    TooSmall: "needs {0}, has {1}", "চাই {0}, আছে {1}";

    // Panels
    PanelLanes: "Lanes", "লেন";
    PanelRecovery: "Recovery", "পুনরুদ্ধার";
    PanelTimeline: "Timeline", "ঘটনাক্রম";
    PanelServices: "Services", "পরিষেবা";
    PanelDetail: "Event", "ঘটনা";
    JustNow: "just now", "এইমাত্র";
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
    DerivedNote: "* derived from the events, not given", "* ঘটনা থেকে হিসেব করা, ফাইলে দেওয়া নয়";
    NothingToRecover: "no service is affected yet", "এখনও কোনো পরিষেবায় প্রভাব পড়েনি";
    BackOf: "{0} of {1} affected are back", "আক্রান্ত {1}টির মধ্যে {0}টি ফিরেছে";
    CountRecovering: "{0} recovering", "{0}টি ফিরছে";
    CountDegraded: "{0} degraded", "{0}টি ব্যাহত";
    CountDown: "{0} down", "{0}টি অচল";
    CountUnknown: "{0} unknown", "{0}টি অজানা";
    Ttd: "TTD", "TTD";
    Tta: "TTA", "TTA";
    Ttm: "TTM", "TTM";
    Ttr: "TTR", "TTR";
    Shown: "{0} of {1} shown", "{1}টির মধ্যে {0}টি দেখানো হচ্ছে";
    NothingShown: "no event matches the filter; Esc shows all again", "ফিল্টারে কোনো ঘটনা মেলে না; Esc চাপলে সব আবার দেখাবে";
    NoEntry: "{0} with no entry", "{0} ধরে কোনো তথ্য নেই";
    MarkCause: "change before", "ঠিক আগের বদল";
    MarkSymptom: "1st symptom", "প্রথম লক্ষণ";
    Lasting: "({0})", "({0})";
    WorstFirst: "at this moment, worst first", "এই মুহূর্তে, সবচেয়ে খারাপ আগে";
    ColumnSince: "since", "থেকে";
    ColumnDown: "down", "অচল";
    EventOf: "{0} of {1}", "{0} / {1}";
    Until: "until {0}", "{0} পর্যন্ত";
    Precise: "accurate {0}", "নির্ভুলতা: {0}";
    ConfidenceOf: "confidence {0}", "নির্ভরযোগ্যতা: {0}";
    By: "by {0}", "লেখক: {0}";
    ReadingOf: "recovery {0}% ({1})", "পুনরুদ্ধার {0}% ({1})";

    // The footer
    ClockIs: "times: {0} ({1})", "সময়: {0} ({1})";
    MouseIsTheTerminals: "COPY MODE (F2)", "কপি মোড (F2)";
    HitOf: "{0} of {1}", "{0} / {1}";
    HitsOne: "{0} hit", "{0}টি মিল";
    HitsMany: "{0} hits", "{0}টি মিল";
    PaceEvents: "event by event", "ঘটনা ধরে ধরে";
    PromptFilter: "filter: ", "ফিল্টার: ";
    PromptTime: "time: ", "সময়: ";
    SearchForms: "titles, texts, services, sources, tags", "শিরোনাম, লেখা, পরিষেবা, সূত্র, ট্যাগ";
    FilterForms: "service:… kind:… status:… tag:… word; a leading - excludes", "service:… kind:… status:… tag:… শব্দ; আগে - দিলে বাদ";
    Playing: "playing", "চলছে";
    Paused: "paused", "থেমে আছে";
    TimeForms: "{0}: 18:00, 2021-10-04 18:00, T+2h10m, resolved", "{0}: 18:00, 2021-10-04 18:00, T+2h10m, resolved";
    NoSuchField: "no field \"{0}\"; use service, kind, status or tag", "\"{0}\" নামে কোনো ক্ষেত্র নেই; হতে পারে service, kind, status, tag";
    NoSuchKind: "no kind \"{0}\"; use one of: {1}", "\"{0}\" নামে কোনো ধরন নেই; হতে পারে: {1}";
    NoSuchStatus: "no status \"{0}\"; use one of: {1}", "\"{0}\" নামে কোনো অবস্থা নেই; হতে পারে: {1}";
    NotATime: "not a time: write 18:00, 2021-10-04 18:00, T+2h10m or a milestone such as resolved", "সময় নয়: লিখুন 18:00, 2021-10-04 18:00, T+2h10m বা মাইলফলক, যেমন resolved";
    WhenNoSuchDate: "no such date or time in the calendar", "ক্যালেন্ডারে এমন তারিখ বা সময় নেই";
    WhenSkipped: "the clocks skipped this time: write the offset or UTC", "ঘড়ি এই সময়টি টপকে গিয়েছিল: অফসেট বা UTC লিখুন";
    WhenTwice: "this time occurs twice: write the offset or UTC", "ঘড়িতে এই সময় দুবার এসেছে: অফসেট বা UTC লিখুন";
    WhenOutOfRange: "outside the years 1 to 9999", "১ থেকে ৯৯৯৯ সালের বাইরে";
    NoStartKnown: "the start is not known, so T+ cannot be used", "শুরুর সময় জানা নেই, তাই T+ চলবে না";
    NoMilestone: "the file gives no time for “{0}”", "ফাইলে “{0}”-এর সময় দেওয়া নেই";

    LayoutHint: "Bengali layout on: arrows, Enter, Esc, F1 always work; see --keyboard", "বাংলা লেআউট চালু: তীর, Enter, Esc, F1 সব সময় চলে; --keyboard দেখুন";
    NoticeCopied: "sent to the terminal's clipboard", "টার্মিনালের ক্লিপবোর্ডে পাঠানো হলো";
    NoticeTheme: "colours: {0}", "রং: {0}";
    ThemeDark: "dark", "গাঢ়";
    ThemeLight: "light", "হালকা";
    ThemeAnsi: "the terminal's sixteen", "টার্মিনালের ষোলোটি";
    ThemeMono: "none", "কোনোটি নয়";
    NoticeDumb: "this terminal cannot show the viewer; this is what `show` prints", "এই টার্মিনালে প্রোগ্রামের পর্দা দেখানো যায় না; নিচে `show`-এর লেখা";
    EndedBy: "outage-tui: ended by {0}", "outage-tui: {0} সিগনালে শেষ";
    NoticeKept: "saved: {0}", "সংরক্ষণ করা হলো: {0}";
    NoticeNoSearch: "no search yet; press / to search", "এখনও কিছু খোঁজা হয়নি; খুঁজতে / চাপুন";
    NoticeNoMore: "nothing further in that direction", "ওদিকে আর কিছু নেই";
    NoticeScreen: "GNU screen misaligns Bengali; press L for English", "GNU screen বাংলা অক্ষর ঠিক জায়গায় রাখতে পারে না; ইংরেজির জন্য L চাপুন";

    // Overlays
    GoToTitle: "Go to", "কোথায় যাবেন";
    HelpTitle: "Keys and commands", "বোতাম ও কমান্ড";
    HelpNote: "type to narrow, Enter runs, Esc goes back", "লিখে বাছুন, Enter চালায়, Esc ফেরায়";
    NoCommand: "no key or command matches", "মেলে এমন কোনো বোতাম বা কমান্ড নেই";
    ProblemsTitle: "Warnings about the file", "ফাইল নিয়ে সতর্কতা";
    NoProblems: "The file has no warnings.", "ফাইলে কোনো সতর্কতা নেই।";

    // Lists of incidents
    ListStart: "start", "শুরু";
    ListLength: "duration", "সময়কাল";
    ListSeverity: "severity", "তীব্রতা";
    ListTitle: "title", "শিরোনাম";
    ListAtLeast: "{0}+", "{0}+";
    ListPlannedOne: "{0} announced maintenance is left out; --maintenance lists it", "{0}টি ঘোষিত রক্ষণাবেক্ষণ বাদ; --maintenance দিলে থাকবে";
    ListPlannedMany: "{0} announced maintenances are left out; --maintenance lists them", "{0}টি ঘোষিত রক্ষণাবেক্ষণ বাদ; --maintenance দিলে থাকবে";
    ListPick: "One of these opens with --incident ID.", "এগুলির একটি খুলতে --incident ID দিন।";
    MadeFrom: "Made by outage-tui from {0}.", "{0} থেকে outage-tui-র তৈরি।";
    MadeInferred: "`inferred` names the services whose status nobody reported: it was concluded.", "`inferred`-এ থাকা পরিষেবার অবস্থা কেউ জানায়নি: অনুমান করা।";
    MadeDerived: "derived from the events: {0}", "ঘটনা থেকে হিসেব করা: {0}";
    FormatGives: "gives: {0}", "দেয়: {0}";
    FormatLacks: "lacks: {0}", "দেয় না: {0}";

    // Two versions of one incident
    FieldId: "id", "পরিচয়";
    FieldZone: "time zone", "সময়-অঞ্চল";
    FieldSummary: "summary", "সারসংক্ষেপ";
    FieldCause: "cause", "কারণ";
    FieldLinks: "links", "লিঙ্ক";
    FieldChecks: "expectations", "প্রত্যাশা";
    FieldAt: "time", "সময়";
    FieldName: "name", "নাম";
    FieldGroup: "group", "দল";
    FieldWeight: "weight", "গুরুত্ব";
    FieldCounts: "counts", "গণনায়";
    FieldPrecision: "precision", "সময় কতটা ঠিক";
    FieldBody: "text", "বিবরণ";
    FieldStatus: "status", "অবস্থা";
    FieldConfidence: "confidence", "নির্ভরযোগ্যতা";
    FieldAuthor: "author", "লেখক";
    FieldTags: "tags", "ট্যাগ";
    FieldPinned: "pinned", "গুরুত্বপূর্ণ";
    FieldPrivate: "private", "গোপনীয়";
    FieldOf: "{0} ({1})", "{0} ({1})";
    ActOtherSide: "the keys to the other incident", "বোতামগুলি অন্য বিভ্রাটের জন্য";
    HintOtherSide: "other side", "অন্য পাশ";
    CompareFromFirst: "{0} from the first event", "প্রথম ঘটনা থেকে {0}";
    CompareDifference: "difference", "তফাত";
    DiffWhole: "The whole", "সব মিলিয়ে";
    DiffNone: "No differences.", "কোনো তফাত নেই।";
    DiffOne: "{0} difference", "{0}টি তফাত";
    DiffMany: "{0} differences", "{0}টি তফাত";
    DiffPrivateOne: "({0} private event differs; --private tells how)", "({0}টি গোপনীয় ঘটনায় তফাত; --private দিলে দেখা যাবে)";
    DiffPrivateMany: "({0} private events differ; --private tells how)", "({0}টি গোপনীয় ঘটনায় তফাত; --private দিলে দেখা যাবে)";
    SwitchYes: "yes", "হ্যাঁ";
    SwitchNo: "no", "না";

    // Reports
    InputBuiltIn: "{0} (built in)", "{0} (প্রোগ্রামের সঙ্গে দেওয়া)";
    InputStandard: "standard input", "স্ট্যান্ডার্ড ইনপুট";
    RowAt: "Time", "সময়";
    RowPhase: "Phase", "পর্যায়";
    RowRecovery: "Recovery", "পুনরুদ্ধার";
    Since: "since {0}", "{0} থেকে";
    PlainSeverity: "Severity {0}.", "তীব্রতা {0}।";
    PlainState: "At {0} the phase is “{1}”, for {2} so far.", "{0}: “{1}” পর্যায়, {2} ধরে।";
    PlainStateNow: "At {0} the phase is “{1}”, just begun.", "{0}: “{1}” পর্যায়, এইমাত্র শুরু।";
    PlainBefore: "At {0} the incident has not begun.", "{0}: বিভ্রাট তখনও শুরু হয়নি।";
    PlainRecovery: "Recovery {0} percent, {1}: {2}.", "পুনরুদ্ধার {0} শতাংশ, {1}: {2}।";
    PlainService: "{0}: {1}, since {2}.", "{0}: {1}, {2} থেকে।";
    PlainServiceDown: "{0}: {1}, since {2}; total downtime {3}.", "{0}: {1}, {2} থেকে; মোট অচল {3}।";
    PlainServiceUnknown: "{0}: {1}.", "{0}: {1}।";
    PlainMeasure: "{0}: {1}.", "{0}: {1}।";
    PlainMeasureDerived: "{0}: {1}, derived from the events, not given in the file.", "{0}: {1}, ঘটনাগুলি থেকে হিসেব করা, ফাইলে দেওয়া নয়।";
    PlainMeasureUnknown: "{0}: not known.", "{0}: জানা নেই।";
    PlainPhase: "Phase: {0}, from {1}.", "পর্যায়: {0}, {1} থেকে।";
    PlainPhaseDerived: "Phase: {0}, from {1}, derived.", "পর্যায়: {0}, {1} থেকে, হিসেব করা।";
    PlainDay: "{0}, time not known", "{0}, সময় জানা নেই";
    PlainAbout: "about {0}", "{0} নাগাদ";
    OutputExists: "the file exists already; --force overwrites it", "এই নামে ফাইল আগেই আছে; --force দিলে তার ওপর লেখা হবে";
    OutputNotAFile: "this is a folder, a link or a device; give the name of a file", "এটি ফোল্ডার, লিঙ্ক বা ডিভাইস; ফাইলের নাম দিন";
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
    PicturesTitle: "Pictures", "ছবি";
    CauseTitle: "Cause", "কারণ";
    GapsTitle: "Gaps in the timeline", "ঘটনাক্রমের ফাঁক";
    ActionsTitle: "Action items", "করণীয়";
    SourcesTitle: "Sources", "সূত্র";
    OriginGiven: "given", "দেওয়া";
    OriginDerived: "derived", "হিসেব করা";
    DerivedLong: "Each is measured from the start of the incident to its milestone. * marks a duration with an end that was derived from the events, not given in the file.", "প্রতিটি পরিমাপ বিভ্রাটের শুরু থেকে তার মাইলফলক পর্যন্ত। * মানে একটি প্রান্ত ঘটনাগুলি থেকে হিসেব করা, ফাইলে দেওয়া নয়।";
    ColumnOrigin: "how known", "কীভাবে জানা";
    ColumnMeasure: "measure", "পরিমাপ";
    ColumnLength: "duration", "সময়কাল";
    ColumnFrom: "from", "কখন থেকে";
    ColumnTo: "to", "কখন পর্যন্ত";
    HtmlSkip: "To the timeline", "ঘটনাক্রমে যান";
    HtmlMore: "more", "বিস্তারিত";
    HtmlContents: "Contents", "সূচি";
    HtmlMadeBy: "Written by outage-tui from the incident's file.", "বিভ্রাটের ফাইল থেকে outage-tui-র লেখা।";
    HtmlOutside: "Events outside this stretch: {0} before, {1} after.", "এই সময়ের বাইরে ঘটনা: আগে {0}, পরে {1}।";
    HtmlLanesAbout: "Each service from {0} to {1}: the worse its state, the higher the bar. The table below has the lengths.", "{0} থেকে {1} পর্যন্ত প্রতিটি পরিষেবা: অবস্থা যত খারাপ, দাগ তত উঁচু। সময়কাল নিচের সারণিতে।";
    GanttLeftOut: "{0} of {1} bars are drawn, the longest ones.", "{1}টির মধ্যে সবচেয়ে লম্বা {0}টি দাগ আঁকা হয়েছে।";
    TemplateFault: "{0}: the template cannot be used: {1}", "{0}: টেমপ্লেটটি ব্যবহার করা যাচ্ছে না: {1}";
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
    MeasureAcknowledge: "time to acknowledge", "স্বীকার করতে";
    MeasureMitigate: "time to mitigate", "প্রশমিত হতে";
    MeasureResolve: "time to resolve", "সমাধান হতে";
    PrivateOne: "({0} private event left out)", "({0}টি গোপনীয় ঘটনা বাদ)";
    PrivateMany: "({0} private events left out)", "({0}টি গোপনীয় ঘটনা বাদ)";
    CheckClean: "no errors or warnings", "কোনো ত্রুটি বা সতর্কতা নেই";
    CheckWarningsOne: "{0} warning", "{0}টি সতর্কতা";
    CheckWarningsMany: "{0} warnings", "{0}টি সতর্কতা";
}

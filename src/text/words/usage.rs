// The rows of the table of messages that `--help` is made of. `faults.rs` passes its own rows, and
// those of `table.rs`, through this macro.
macro_rules! with_usage {
    ($($rows:tt)*) => {
        messages! {
            $($rows)*

            // Headings of the help
            UsageUsage: "Usage", "ব্যবহার";
            UsageCommands: "Commands", "কমান্ড";
            UsageArguments: "Arguments", "আর্গুমেন্ট";
            UsageOptions: "Options", "অপশন";
            UsageStray: "{0}: write this after the command, not before it", "{0}: এটি কমান্ডের আগে নয়, পরে লিখুন";
            UsageAfter: "Exit codes:\n  0        success\n  1        a file has errors; for diff: they differ\n  2        the command line is wrong; for diff: or a file\n  70       internal error\n  74       the output or the terminal failed\n  128 + n  ended by signal n\n\nWithout FILE a list opens of the incidents that are built in.\nPress ? in the viewer for its keys, or run `outage-tui keys`.",
                "প্রস্থান-কোড:\n  0        সব ঠিক\n  1        ফাইলে ত্রুটি আছে; diff-এ: তফাত আছে\n  2        কমান্ডটি ভুল; diff-এ ফাইল ভুল হলেও\n  70       প্রোগ্রামেরই ত্রুটি\n  74       আউটপুট বা টার্মিনাল কাজ করেনি\n  128 + n  n নম্বর সিগনালে শেষ\n\nFILE না দিলে প্রোগ্রামের সঙ্গে থাকা বিভ্রাটগুলির তালিকা খোলে।\nসব বোতাম দেখতে প্রোগ্রামে ? চাপুন, কিংবা `outage-tui keys` চালান।";

            // Formats of other programs: what each gives and lacks
            FormatStatuspage: "Statuspage JSON", "Statuspage JSON";
            GivesStatuspage: "updates, and each component's reported statuses", "আপডেট, আর প্রতিটি অংশের জানানো অবস্থা";
            LacksStatuspage: "causes; detection, mitigation and statuses before a first mention are derived", "কারণ; শনাক্ত, প্রশমন আর প্রথম উল্লেখের আগের অবস্থা হিসেব করা";

            FormatPagerDuty: "PagerDuty JSON", "PagerDuty JSON";
            GivesPagerDuty: "log entries, notes, changes and webhooks, with detection, acknowledgement and resolution", "লগ, টীকা, বদল আর ওয়েবহুক; সঙ্গে শনাক্ত, দায়িত্বগ্রহণ ও সমাধান";
            LacksPagerDuty: "what users felt: a service counts as degraded from trigger to resolution, inferred", "ব্যবহারকারীর অভিজ্ঞতা: ট্রিগার থেকে সমাধান পর্যন্ত পরিষেবা ব্যাহত ধরা হয়, অনুমিত";
            FormatGoogle: "Google Cloud incidents.json", "Google Cloud incidents.json";
            GivesGoogle: "updates, severity, and the impact from begin to end", "আপডেট, তীব্রতা, আর প্রভাবের শুরু ও শেষ";
            LacksGoogle: "statuses by product: the incident's one status is inferred for each", "প্রতিটি পণ্যের অবস্থা: বিভ্রাটের একটিই অবস্থা সবার জন্য অনুমিত";
            FormatAlerts: "Alertmanager JSON", "Alertmanager JSON";
            GivesAlerts: "each alert's start and end; a lane for each service or job", "প্রতিটি সতর্কবার্তার শুরু ও শেষ; প্রতি সার্ভিস বা জবের একটি লেন";
            LacksAlerts: "how bad it was: a lane with a firing alert counts as degraded, inferred", "কতটা খারাপ: সতর্কবার্তা চললে লেন ব্যাহত ধরা হয়, অনুমিত";
            FormatSlack: "Slack export, a day of a channel", "Slack এক্সপোর্ট, চ্যানেলের এক দিন";
            GivesSlack: "every message with its author", "প্রতিটি বার্তা ও তার লেখক";
            LacksSlack: "services, phases, reactions, and names: those are in another file of the export", "পরিষেবা, পর্যায়, প্রতিক্রিয়া আর নাম: সেগুলি এক্সপোর্টের অন্য ফাইলে";
            FormatGrafana: "Grafana annotations", "Grafana অ্যানোটেশন";
            GivesGrafana: "what was marked, its tags, and changes by their tags", "যা চিহ্নিত, তার ট্যাগ, আর ট্যাগ দেখে বদল";
            LacksGrafana: "services and phases", "পরিষেবা ও পর্যায়";

            FormatUpptime: "Upptime summary or site history", "Upptime-এর সারাংশ বা সাইটের ইতিহাস";
            GivesUpptime: "the days on which a site was down and for how long, or its last status", "কোন দিন সাইট কতক্ষণ অচল ছিল, বা তার শেষ অবস্থা";
            LacksUpptime: "when on the day it was down: the lane stays unknown", "দিনের কখন অচল ছিল: লেন অজানা থাকে";
            FormatMortician: "mortician bundle, its folder or a file of it", "mortician বান্ডিল, তার ফোল্ডার বা কোনো ফাইল";
            GivesMortician: "timeline, severity, action items, and summary and cause from its document", "ঘটনাক্রম, তীব্রতা, করণীয়, আর দলিল থেকে সারসংক্ষেপ ও কারণ";
            LacksMortician: "services, phases, and the other sections of the document", "পরিষেবা, পর্যায়, আর দলিলের বাকি অংশ";

            FormatTable: "CSV or TSV", "CSV বা TSV";
            GivesTable: "a row for each event; columns by their heads, or with --map", "প্রতি সারিতে একটি ঘটনা; কলাম শিরোনাম দেখে, বা --map দিয়ে";
            LacksTable: "lanes, unless columns name a service and its status", "লেন, যদি না পরিষেবা ও অবস্থার কলাম থাকে";
            FormatLines: "JSON Lines, or a list of flat objects", "JSON Lines, বা সরল অবজেক্টের তালিকা";
            GivesLines: "an object for each event; keys as in a table", "প্রতি অবজেক্টে একটি ঘটনা; কী সারণির মতোই";
            LacksLines: "lanes, unless keys name a service and its status", "লেন, যদি না পরিষেবা ও অবস্থার কী থাকে";
            FormatFeed: "Atom or RSS feed of a status page", "স্ট্যাটাস পাতার Atom বা RSS ফিড";
            GivesFeed: "incidents with their updates, to the minute", "বিভ্রাট ও তাদের আপডেট, মিনিট পর্যন্ত";
            LacksFeed: "services, statuses and severity; years are worked out", "পরিষেবা, অবস্থা ও তীব্রতা; সাল হিসেব করা";

            FormatMarkdown: "Markdown timeline", "Markdown ঘটনাক্রম";
            GivesMarkdown: "bullets and table rows that begin with a time", "সময় দিয়ে শুরু হওয়া তালিকার পদ ও সারণির সারি";
            LacksMarkdown: "services, statuses and phases; days come from headings", "পরিষেবা, অবস্থা ও পর্যায়; তারিখ আসে শিরোনাম থেকে";
            FormatCstate: "cState issue", "cState ইস্যু";
            GivesCstate: "updates, severity, and the systems it affected", "আপডেট, তীব্রতা, আর আক্রান্ত সিস্টেম";
            LacksCstate: "statuses over time: one severity is inferred for all systems", "সময় অনুযায়ী অবস্থা: সব সিস্টেমের জন্য একটিই তীব্রতা অনুমিত";

            // Commands
            AboutMain: "Open an incident file in the terminal: timeline, lanes, phases and recovery under one clock", "টার্মিনালে বিভ্রাটের ফাইল খোলে: ঘটনাক্রম, লেন, পর্যায় আর পুনরুদ্ধার, সব একই ঘড়িতে";
            AboutCheck: "Print everything that is wrong or doubtful about files", "ফাইলে যা কিছু ভুল বা সন্দেহজনক, সব দেখায়";
            AboutShow: "Print the incident at a moment as text or JSON", "কোনো এক মুহূর্তে বিভ্রাটের অবস্থা টেক্সট বা JSON হিসেবে দেখায়";
            AboutList: "List the incidents of files and folders, and their measures", "ফাইল ও ফোল্ডারের সব বিভ্রাটের তালিকা আর তাদের পরিমাপ দেখায়";
            AboutImport: "Write an incident of another program's format as an incident file", "অন্য প্রোগ্রামের ফরম্যাটের বিভ্রাট এই প্রোগ্রামের নিজস্ব ফরম্যাটে লেখে";
            AboutFormats: "Print the formats of other programs that open", "অন্য প্রোগ্রামের যেসব ফরম্যাট খোলে, তাদের তালিকা দেখায়";
            AboutDiff: "Tell what differs between two versions of an incident; exit code 0: nothing, 1: something, 2: an error", "একই বিভ্রাটের দুই সংস্করণে কী কী তফাত; প্রস্থান কোড 0: তফাত নেই, 1: আছে, 2: ত্রুটি";
            AboutCompare: "Look at two incidents side by side, both counted from their starts", "দুটি বিভ্রাট পাশাপাশি দেখায়, দুটিই নিজের শুরু থেকে গোনা";
            AboutReport: "Write the postmortem's facts as Markdown, as a page of HTML, or by a template", "পোস্টমর্টেমের তথ্য Markdown, HTML পাতা বা কোনো টেমপ্লেট অনুযায়ী লেখে";
            AboutReplay: "Make a film of the incident, event by event or at a speed", "ঘটনার চলমান ছবি তৈরি করে, একটির পর একটি ঘটনা বা নির্দিষ্ট গতিতে";
            AboutShot: "Make pictures of the screen", "পর্দার ছবি তৈরি করে";
            AboutSchema: "Print the JSON Schema of incident files", "ফাইলের JSON Schema দেখায়";
            AboutKeys: "Print the keys of the viewer", "প্রোগ্রামের সব বোতামের তালিকা দেখায়";

            // Options
            OptFile: "Incident files; several become one incident; `-` reads standard input; default: the outage of 4 October 2021", "বিভ্রাটের ফাইল; একাধিক দিলে সব মিলে একটি বিভ্রাট; `-` দিলে স্ট্যান্ডার্ড ইনপুট; না দিলে ৪ অক্টোবর ২০২১-এর বিভ্রাট";
            OptView: "Incident files: several about one incident become one; a folder, a file of many incidents or nothing opens a list; `-` reads standard input; also the name of a built-in incident, such as oct-outage", "বিভ্রাটের ফাইল: একই বিভ্রাটের একাধিক ফাইল মিলে একটি হয়; ফোল্ডার, অনেক বিভ্রাটের ফাইল, বা কিছু না দিলে তালিকা খোলে; `-` দিলে স্ট্যান্ডার্ড ইনপুট; সঙ্গে থাকা বিভ্রাটের নামও চলে, যেমন oct-outage";
            OptAll: "All incidents of the files or folder on one axis, each a lane", "ফাইল বা ফোল্ডারের সব বিভ্রাট একই অক্ষে, প্রতিটি একটি লেন";
            OptOffset: "Move the times of a file whose clock was wrong: page.json=+1h, pager.json=-90s; may be given several times", "যে ফাইলের ঘড়ি ভুল ছিল তার সব সময় সরানো: page.json=+1h, pager.json=-90s; একাধিকবার দেওয়া যায়";
            OffsetStray: "--offset {0}: none of the files is called so; there are: {1}", "--offset {0}: এই নামে কোনো ফাইল দেওয়া হয়নি; আছে: {1}";
            OptFiles: "Incident files; `-` reads standard input", "বিভ্রাটের ফাইল; `-` দিলে স্ট্যান্ডার্ড ইনপুট";
            OptListFile: "Files and folders; `-` reads standard input; default: the built-in incidents", "ফাইল ও ফোল্ডার; `-` দিলে স্ট্যান্ডার্ড ইনপুট; না দিলে প্রোগ্রামের সঙ্গে থাকা বিভ্রাটগুলি";
            OptImportFiles: "Files of the formats of `outage-tui formats`; several become one incident", "`outage-tui formats`-এর ফরম্যাটের ফাইল; একাধিক দিলে সব মিলে একটি বিভ্রাট";
            OptBefore: "The older version; `-` reads standard input", "আগের সংস্করণ; `-` দিলে স্ট্যান্ডার্ড ইনপুট";
            OptAfter: "The newer version", "পরের সংস্করণ";
            OptLeft: "The incident at the left", "বাঁ দিকের বিভ্রাট";
            OptRight: "The incident at the right", "ডান দিকের বিভ্রাট";
            OptOther: "Which incident of OTHER, where it holds many", "OTHER-এ অনেক বিভ্রাট থাকলে কোনটি";
            OptIncident: "Which incident of a file of many; `outage-tui list` gives the ids", "অনেক বিভ্রাটের ফাইলে কোনটি; id পাওয়া যায় `outage-tui list`-এ";
            OptMap: "Which columns of a table tell what: at=when,title=what+details; targets: at, date, until, title, body, service, status, author, kind, incident, tags", "সারণির কোন কলামে কী: at=when,title=what+details; লক্ষ্য হতে পারে at, date, until, title, body, service, status, author, kind, incident, tags";
            OptMaintenance: "Announced maintenances too", "ঘোষিত রক্ষণাবেক্ষণও থাকবে";
            OptAt: "Where the clock stands: RFC 3339, a time in the incident's zone, T+2h10m, or a milestone", "ঘড়ি কোথায় থাকবে: RFC 3339, বিভ্রাটের সময়-অঞ্চলের সময়, T+2h10m, বা কোনো মাইলফলক";
            OptAtEnd: "The moment; default: the end. RFC 3339, a time in the incident's zone, T+2h10m, or a milestone", "কোন মুহূর্ত; না দিলে শেষ মুহূর্ত। RFC 3339, বিভ্রাটের সময়-অঞ্চলের সময়, T+2h10m, বা কোনো মাইলফলক";
            OptLang: "The language of the interface; default: the locale's", "ইন্টারফেসের ভাষা; না দিলে লোকেল অনুযায়ী";
            OptDigits: "The digits of counts and lengths; default: those of the language", "সংখ্যা ও সময়কালের অঙ্ক; না দিলে ভাষা অনুযায়ী";
            OptZone: "The time zone to call local; default: this machine's", "কোন সময়-অঞ্চলকে স্থানীয় ধরা হবে; না দিলে এই কম্পিউটারের";
            OptTheme: "The colours; default: dark or light as the terminal says it is, light for pictures", "রং; না দিলে টার্মিনাল গাঢ় না হালকা সেই অনুযায়ী, ছবিতে হালকা";
            OptColor: "Whether to colour; default: what the terminal, `NO_COLOR` and `CLICOLOR` allow", "রং থাকবে কি না; না দিলে টার্মিনাল, `NO_COLOR` আর `CLICOLOR` অনুযায়ী";
            OptAscii: "Signs and borders in ASCII only", "চিহ্ন আর সীমারেখা শুধু ASCII-তে";
            OptKeyboard: "The layout whose letters are commands; default: `OUTAGE_TUI_KEYBOARD`, or latin", "কোন কীবোর্ডের অক্ষর কমান্ড হিসেবে চলবে; না দিলে `OUTAGE_TUI_KEYBOARD`, নয়তো latin";
            OptOsc66: "Send Bengali words whole, for kitty; default: if the terminal says it can", "kitty-র জন্য বাংলা শব্দ আস্ত পাঠানো; না দিলে kitty পারে বলে জানালে তবেই";
            OptNoMouse: "Leave the mouse to the terminal", "মাউস টার্মিনালের হাতেই থাকবে";
            OptHelp: "Print this help", "এই সাহায্য দেখায়";
            OptVersion: "Print the version", "সংস্করণ দেখায়";
            OptJson: "As JSON", "JSON হিসেবে";
            OptPlain: "As sentences, for screen readers", "বাক্য হিসেবে, স্ক্রিন রিডারের জন্য";
            OptJoined: "Also the one incident that the files make together", "সব ফাইল মিলিয়ে যে একটি বিভ্রাট হয়, সেটিও";
            OptStrict: "Warnings count as errors", "সতর্কতাও ত্রুটি বলে গণ্য হবে";
            OptOutput: "Where to; default: standard output", "কোথায় লেখা হবে; না দিলে স্ট্যান্ডার্ড আউটপুট";
            OptForce: "Overwrite an existing file", "ফাইল আগে থেকে থাকলেও তার ওপরে লেখা";
            OptFilter: "The events of the timeline's table, as the viewer filters them: kind:impact tag:bgp", "ঘটনাক্রমের সারণিতে কোন কোন ঘটনা থাকবে, প্রোগ্রামের ফিল্টারের মতো: kind:impact tag:bgp";
            OptPrivate: "Private events too", "গোপনীয় ঘটনাও থাকবে";
            OptReplayOutput: "Where to; its ending says what is made: .gif, .apng, .svg or .cast", "কোথায় লেখা হবে; নামের শেষটুকু বলে দেয় কী তৈরি হবে: .gif, .apng, .svg বা .cast";
            OptSpeed: "Seconds of the incident in one second of the film; default: event by event", "ছবির এক সেকেন্ডে ঘটনার কত সেকেন্ড; না বললে একটির পর একটি ঘটনা";
            OptShotOutput: "Where to; its ending says what is made: .svg, .png, .html, .ans or .txt", "কোথায় লেখা হবে; নামের শেষটুকু বলে দেয় কী তৈরি হবে: .svg, .png, .html, .ans বা .txt";
            OptShotAt: "The moment; several make several pictures, -1, -2 and so on. Default: as the viewer opens", "কোন মুহূর্ত; কয়েকটি দিলে কয়েকটি ছবি হয়, -1, -2 ইত্যাদি। না দিলে প্রোগ্রাম যেখানে খোলে";
            OptAtMilestones: "A picture of each milestone, -started, -detected and so on", "প্রতিটি মাইলফলকের একটি ছবি, -started, -detected ইত্যাদি";
            OptSelect: "Put the cursor on this event, counted from 1, and the clock with it", "কার্সর এই ঘটনায় থাকবে, ১ থেকে গোনা, ঘড়িও সেখানে";
            OptBeside: "Another incident at its right, both counted from their starts", "ডান পাশে আরেকটি বিভ্রাট, দুটিই নিজের শুরু থেকে গোনা";
            OptSize: "Columns and rows of the screen; default: 120x40, with --panel no more rows than it needs", "পর্দার কলাম ও সারি; না দিলে 120x40, --panel দিলে তার যত সারি লাগে";
            OptScale: "Pixels to the unit; default: 2 for .png, 1 for films", "একক প্রতি পিক্সেল; না বললে .png-তে ২, চলমান ছবিতে ১";
            OptPanel: "One panel alone, large", "শুধু একটি প্যানেল, বড় করে";
            OptShown: "The events that are shown, as the viewer filters them: kind:impact tag:bgp", "কোন কোন ঘটনা দেখানো হবে, প্রোগ্রামের ফিল্টারের মতো: kind:impact tag:bgp";
            OptFrame: "A window around the screen; there is one unless --no-frame is given", "পর্দার চারপাশে জানালার কাঠামো; --no-frame না দিলে থাকে";
            OptNoFrame: "No window around the screen", "পর্দার চারপাশে কোনো কাঠামো নয়";
            OptFont: "A font for what the built-in ones lack; may be given several times", "সঙ্গে থাকা ফন্টে যা নেই তার জন্য ফন্ট; একাধিকবার দেওয়া যায়";
            OptEmbedFonts: "Put the fonts into .svg and .html, so that they look the same everywhere", ".svg ও .html-এর ভেতরে ফন্ট রাখা, যাতে সব জায়গায় একই দেখায়";
            OptAlt: "Write what the picture shows as text beside it, to FILE.alt.txt", "ছবিতে যা আছে তা পাশে FILE.alt.txt-এ লেখা হিসেবেও রাখা";
            OptRedact: "Cover a word in every text; may be given several times", "সব লেখায় একটি শব্দ ঢেকে দেওয়া; একাধিকবার দেওয়া যায়";
            OptForm: "Markdown or a page of HTML; default: what the name of the output ends in, or Markdown", "Markdown না HTML পাতা; না দিলে আউটপুটের নামের শেষ অনুযায়ী, নয়তো Markdown";
            OptPictures: "With pictures of the lanes and of the screen beside it; Markdown only, needs --output", "পাশে লেন ও পর্দার ছবিসহ; কেবল Markdown-এ, --output লাগবে";
            OptTexts: "With the texts of the events behind the table; Markdown only, a page always has them", "সারণির পরে ঘটনার পুরো বিবরণসহ; কেবল Markdown-এ, HTML-এ সব সময় থাকে";
            OptGantt: "With a diagram in Mermaid of the services in trouble; Markdown only", "বিভ্রাটে পড়া পরিষেবাগুলির Mermaid রেখাচিত্রসহ; কেবল Markdown-এ";
            OptTemplate: "A Jinja template that writes the report; see the README", "যে Jinja টেমপ্লেট প্রতিবেদন লিখবে; README দেখুন";
            OptMarkdown: "As a Markdown table", "Markdown সারণি হিসেবে";
        }
    };
}

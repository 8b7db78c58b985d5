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
            UsageAfter: "Exit codes:\n  0        success\n  1        a file has errors\n  2        the command line is wrong\n  70       internal error\n  74       the output or the terminal failed\n  128 + n  ended by signal n\n\nWithout FILE the outage of 4 October 2021 opens, which is built in.\nPress ? in the viewer for its keys, or run `outage-tui keys`.",
                "প্রস্থান-কোড:\n  0        সব ঠিক\n  1        ফাইলে ত্রুটি আছে\n  2        কমান্ডটি ভুল\n  70       প্রোগ্রামেরই ত্রুটি\n  74       আউটপুট বা টার্মিনাল কাজ করেনি\n  128 + n  n নম্বর সিগনালে শেষ\n\nFILE না দিলে ৪ অক্টোবর ২০২১-এর বিভ্রাট খোলে, যা প্রোগ্রামের সঙ্গেই থাকে।\nসব বোতাম দেখতে প্রোগ্রামে ? চাপুন, কিংবা `outage-tui keys` চালান।";

            // Commands
            AboutMain: "Open an incident file in the terminal: timeline, lanes, phases and recovery under one clock", "টার্মিনালে বিভ্রাটের ফাইল খোলে: ঘটনাক্রম, লেন, পর্যায় আর পুনরুদ্ধার, সব একই ঘড়িতে";
            AboutCheck: "Print everything that is wrong or doubtful about files", "ফাইলে যা কিছু ভুল বা সন্দেহজনক, সব দেখায়";
            AboutShow: "Print the incident at a moment as text or JSON", "কোনো এক মুহূর্তে বিভ্রাটের অবস্থা টেক্সট বা JSON হিসেবে দেখায়";
            AboutReport: "Write the postmortem's facts as Markdown, as a page of HTML, or by a template", "পোস্টমর্টেমের তথ্য Markdown, HTML পাতা বা কোনো টেমপ্লেট অনুযায়ী লেখে";
            AboutReplay: "Make a film of the incident, event by event or at a speed", "ঘটনার চলমান ছবি তৈরি করে, একটির পর একটি ঘটনা বা নির্দিষ্ট গতিতে";
            AboutShot: "Make pictures of the screen", "পর্দার ছবি তৈরি করে";
            AboutSchema: "Print the JSON Schema of incident files", "ফাইলের JSON Schema দেখায়";
            AboutKeys: "Print the keys of the viewer", "প্রোগ্রামের সব বোতামের তালিকা দেখায়";

            // Options
            OptFile: "An incident file, YAML or JSON; `-` reads standard input; default: the built-in one", "বিভ্রাটের ফাইল, YAML বা JSON; `-` দিলে স্ট্যান্ডার্ড ইনপুট; না দিলে প্রোগ্রামের সঙ্গে থাকা ফাইলটি";
            OptFiles: "Incident files; `-` reads standard input", "বিভ্রাটের ফাইল; `-` দিলে স্ট্যান্ডার্ড ইনপুট";
            OptAt: "Where the clock stands: RFC 3339, a time in the incident's zone, T+2h10m, or a milestone", "ঘড়ি কোথায় থাকবে: RFC 3339, বিভ্রাটের সময়-অঞ্চলের সময়, T+2h10m, বা কোনো মাইলফলক";
            OptAtEnd: "The moment; default: the end. RFC 3339, a time in the incident's zone, T+2h10m, or a milestone", "কোন মুহূর্ত; না দিলে শেষ মুহূর্ত। RFC 3339, বিভ্রাটের সময়-অঞ্চলের সময়, T+2h10m, বা কোনো মাইলফলক";
            OptLang: "The language of the interface; default: the locale's", "ইন্টারফেসের ভাষা; না দিলে লোকেল অনুযায়ী";
            OptDigits: "The digits of counts and lengths; default: those of the language", "সংখ্যা ও সময়কালের অঙ্ক; না দিলে ভাষা অনুযায়ী";
            OptZone: "The time zone to call local; default: this machine's", "কোন সময়-অঞ্চলকে স্থানীয় ধরা হবে; না দিলে এই কম্পিউটারের";
            OptTheme: "The colours of the viewer; default: dark or light as the terminal says it is", "প্রোগ্রামের রং; না দিলে টার্মিনাল গাঢ় না হালকা সেই অনুযায়ী";
            OptColor: "Whether to colour; default: what the terminal, `NO_COLOR` and `CLICOLOR` allow", "রং থাকবে কি না; না দিলে টার্মিনাল, `NO_COLOR` আর `CLICOLOR` অনুযায়ী";
            OptAscii: "Signs and borders in ASCII only", "চিহ্ন আর সীমারেখা শুধু ASCII-তে";
            OptKeyboard: "The layout whose letters are commands; default: `OUTAGE_TUI_KEYBOARD`, or latin", "কোন কীবোর্ডের অক্ষর কমান্ড হিসেবে চলবে; না দিলে `OUTAGE_TUI_KEYBOARD`, নয়তো latin";
            OptOsc66: "Send Bengali words whole, for kitty; default: if the terminal says it can", "kitty-র জন্য বাংলা শব্দ আস্ত পাঠানো; না দিলে kitty পারে বলে জানালে তবেই";
            OptNoMouse: "Leave the mouse to the terminal", "মাউস টার্মিনালের হাতেই থাকবে";
            OptHelp: "Print this help", "এই সাহায্য দেখায়";
            OptVersion: "Print the version", "সংস্করণ দেখায়";
            OptJson: "As JSON", "JSON হিসেবে";
            OptPlain: "As sentences, for screen readers", "বাক্য হিসেবে, স্ক্রিন রিডারের জন্য";
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
            OptSize: "Columns and rows of the screen", "পর্দার কলাম ও সারি";
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
            OptGantt: "With a diagram in Mermaid of the services in trouble; Markdown only", "বিভ্রাটে পড়া পরিষেবাগুলির Mermaid রেখাচিত্রসহ; কেবল Markdown-এ";
            OptTemplate: "A Jinja template that writes the report; see the README", "যে Jinja টেমপ্লেট প্রতিবেদন লিখবে; README দেখুন";
            OptMarkdown: "As a Markdown table", "Markdown সারণি হিসেবে";
        }
    };
}

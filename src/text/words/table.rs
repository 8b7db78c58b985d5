// The table of messages: name, English, Bengali. Included by `words.rs`.
messages! {
    // Units of time
    UnitDay: "d", "দিন";
    UnitHour: "h", "ঘ";
    UnitMinute: "min", "মি";
    UnitSecond: "s", "সে";

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
    KindDetection: "detect", "শনাক্ত";
    KindAction: "action", "পদক্ষেপ";
    KindCommunication: "comms", "ঘোষণা";
    KindRecovery: "recover", "পুনরুদ্ধার";
    KindMilestone: "mile", "মাইলফলক";
    KindExternal: "extern", "বাইরের";
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
}

//! A day of a Slack channel, as exports hold it: every message is an event.

use super::{
    Wanted,
    draft::{Draft, line, told},
    prose,
};
use crate::{
    load::tree::Node,
    model::{Kind, Zone},
    text::Msg,
};

pub(super) fn is_one(root: &Node<'_>) -> bool {
    let is_message = |item: &Node<'_>| {
        item.text("ts").is_some_and(|ts| ts.contains('.'))
            && (item.text("type") == Some("message") || item.get("text").is_some())
    };
    root.items().first().is_some_and(is_message)
}

pub(super) fn read(root: &Node<'_>, wanted: &Wanted) -> Vec<Draft> {
    Draft::of_items(root, wanted, Msg::FormatSlack, event)
}

fn event(message: &Node<'_>, draft: &mut Draft) {
    let Some((at, place)) = draft.time(message.get("ts"), message.span, Zone::UTC) else { return };
    let text = text(message);
    if text.is_empty() {
        draft.left_out(message.span, Msg::ImportNoText);
        return;
    }
    let mut event = told(at, Kind::Note, &text, "");
    let profile = message.get("user_profile").and_then(|profile| profile.text("real_name"));
    let author = ["username", "user", "bot_id"].iter().find_map(|key| message.text(key));
    event.author = profile.or(author).map(line);
    event.tags = message.text("subtype").into_iter().map(line).collect();
    draft.event(event, place);
}

/// The text of a message; bots put theirs into attachments.
fn text(message: &Node<'_>) -> String {
    let mut parts = vec![plain(message.text("text").unwrap_or_default())];
    for attachment in message.list("attachments") {
        let told: Vec<String> = ["pretext", "title", "text"]
            .iter()
            .filter_map(|key| attachment.text(key))
            .map(plain)
            .collect();
        match (told.is_empty(), attachment.text("fallback")) {
            (true, Some(fallback)) => parts.push(plain(fallback)),
            _ => parts.extend(told),
        }
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n")
}

/// Slack's own marks as text: `<@U123>` is `@U123`, `<url|label>` a Markdown link.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('<') {
        let Some(length) = rest[start..].find('>') else { break };
        out.push_str(&rest[..start]);
        let inside = &rest[start + 1..start + length];
        match inside.split_once('|') {
            Some((target, label)) if target.contains("://") => {
                out.extend(["[", label, "](", target, ")"]);
            }
            Some((_, label)) => out.push_str(label),
            None => out.push_str(inside.trim_start_matches('!')),
        }
        rest = &rest[start + length + 1..];
    }
    out.push_str(rest);
    prose::entities(&out).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn marks_of_slack() {
        for (raw, text) in [
            ("<@U1> look at <https://e.example/x|this>", "@U1 look at [this](https://e.example/x)"),
            ("<#C1|ops> a &lt; b <!here>", "ops a < b here"),
            ("a < b", "a < b"),
        ] {
            assert_eq!(plain(raw), text);
        }
    }
}

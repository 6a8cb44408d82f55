package dev.sanad.render;

import dev.sanad.text.Language;

/** A passage in its article: title, publisher, day, and the text with the quotation in bold. */
final class TelegramPassage {
    /** Leaves room for the head. A passage is shorter unless one sentence alone is longer. */
    private static final int MAX_TEXT = 3200;

    private final TelegramRenderer renderer;

    TelegramPassage(TelegramRenderer renderer) {
        this.renderer = renderer;
    }

    String message(OpenedPassage passage, Messages messages) {
        Language language = messages.language();
        Direction direction = Direction.of(language);
        var html = new TelegramHtml();
        String title = TelegramRenderer.title(passage.article(), language);
        html.plain(direction.before(title));
        TelegramRenderer.addTitle(
                html,
                title,
                passage.article().url() == null
                        ? null
                        : TextFragment.link(passage.article().url(), passage.quote()));
        String origin = renderer.origin(passage.article(), language);
        String place = messages.text(
                "passage.place", Numerals.of(passage.number(), language), Numerals.of(passage.count(), language));
        String below = origin.isEmpty() ? place : origin + " · " + place;
        html.plain("\n" + direction.before(below)).text(below).plain("\n\n");
        addText(html, passage, language);
        if (passage.moved()) {
            String moved = messages.text("passage.changed");
            html.plain("\n\n" + direction.before(moved) + moved);
        }
        return html.html();
    }

    private static void addText(TelegramHtml html, OpenedPassage passage, Language language) {
        String text = TelegramHtml.still(passage.text());
        int from = text.length() <= MAX_TEXT ? 0 : start(text, passage.from());
        int to = boundary(text, Math.min(text.length(), from + MAX_TEXT));
        int bold = Math.max(from, passage.from());
        int end = Math.max(bold, Math.min(to, passage.to()));
        html.plain(Direction.of(text, language).before(text)).plain(from > 0 ? "… " : "");
        html.text(text.substring(from, bold));
        html.strong(text.substring(bold, end)).text(text.substring(end, to)).plain(to < text.length() ? " …" : "");
    }

    /** Where to begin with a text that is too long: a little before what was quoted. */
    private static int start(String text, int quoted) {
        return boundary(text, Math.max(0, Math.min(quoted, text.length() - MAX_TEXT)));
    }

    private static int boundary(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}

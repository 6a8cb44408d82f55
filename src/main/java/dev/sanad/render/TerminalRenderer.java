package dev.sanad.render;

import dev.sanad.answer.Answer;
import dev.sanad.answer.Citation;
import dev.sanad.answer.Claim;
import dev.sanad.answer.Notice;
import dev.sanad.answer.Response;
import dev.sanad.answer.Span;
import dev.sanad.article.ArticleHead;
import dev.sanad.text.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Answers as plain text for a terminal. Lines are in logical order with nothing invisible in them, so that a terminal with
 * bidirectional text shows them right and any other shows no stray signs.
 */
public final class TerminalRenderer {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");
    /** What has no width but steers direction, or hides: all format characters save the joiners of letters and emoji. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}&&[^\\u200C\\u200D]]");

    private final ReaderDates dates;
    private final AnswerText text;
    private final NoticeText noticeText;
    private final DayNotes days;
    private final Style style;

    /** @param colours whether the terminal understands bold and dim */
    public TerminalRenderer(ReaderDates dates, boolean colours) {
        this.dates = dates;
        this.text = new AnswerText(dates);
        this.noticeText = new NoticeText(dates);
        this.days = new DayNotes(dates);
        this.style = new Style(colours);
    }

    /** One sentence with its markers: quoted, where it is itself a quotation, and what answers in it made bright. */
    public String claim(Claim claim, List<Citation> citations, Language language) {
        Citation quoted = citations.stream()
                .filter(citation -> claim.citations().contains(citation.number())
                        && citation.quote().equals(claim.text()))
                .findFirst()
                .orElse(null);
        String markers = claim.citations().stream()
                .map(number -> "[" + Numerals.of(number, language) + "]")
                .collect(Collectors.joining());
        String shown = quoted == null ? style.bold(printable(claim.text())) : "«" + quotation(quoted) + "»";
        return style.dim(text.heading(claim, language)) + shown + " " + style.dim(markers);
    }

    private String quotation(Citation citation) {
        Span highlight = citation.highlight();
        String quote = citation.quote();
        return highlight == null
                ? style.bold(printable(quote))
                : style.bold(printable(quote.substring(0, highlight.start())))
                        + style.bright(printable(quote.substring(highlight.start(), highlight.end())))
                        + style.bold(printable(quote.substring(highlight.end())));
    }

    /** Everything that comes after the sentences: sources, or what was searched, and notices. */
    public String afterClaims(Response response) {
        Messages messages = Messages.of(response.language());
        var lines = new ArrayList<String>();
        switch (response.answer()) {
            case Answer.Cited cited -> lines.addAll(sources(cited, messages));
            case Answer.NotFound notFound -> {
                lines.addAll(text.notFound(response, messages));
                if (!notFound.nearest().isEmpty()) {
                    lines.add(messages.text("not_found.nearest"));
                    for (ArticleHead head : notFound.nearest()) {
                        lines.add("  • " + headline(head, messages));
                        lines.add("    " + style.dim(address(head)));
                    }
                }
            }
            case Answer.NotAQuestion talk -> lines.add(text.of(response));
        }
        for (Notice notice : response.notices()) {
            lines.add("");
            lines.add(style.dim(noticeText.of(notice, messages)));
        }
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    /** Quotations that are not shown as sentences, and below those of an article its name and address. */
    private List<String> sources(Answer.Cited cited, Messages messages) {
        var lines = new ArrayList<String>();
        Map<ArticleHead, List<Citation>> byArticle = cited.citations().stream()
                .collect(Collectors.groupingBy(Citation::article, LinkedHashMap::new, Collectors.toList()));
        byArticle.forEach((article, citations) -> {
            lines.add("");
            var shown = new StringBuilder();
            for (Citation citation : citations) {
                String marker = "[" + Numerals.of(citation.number(), messages.language()) + "]";
                if (cited.claims().stream().anyMatch(claim -> claim.text().equals(citation.quote()))) {
                    shown.append(marker);
                } else {
                    lines.add(marker + " «" + printable(citation.quote()) + "»");
                }
            }
            lines.add((shown.isEmpty() ? "    " : shown + " ") + style.dim(headline(article, messages)));
            lines.add("    " + style.dim(address(article)));
            citations.stream()
                    .flatMap(citation -> citation.copies().stream())
                    .distinct()
                    .forEach(copy -> lines.add(
                            "    " + style.dim(messages.text("citation.copy") + " " + headline(copy, messages))));
            citations.stream()
                    .map(citation -> days.line(citation, messages))
                    .filter(line -> !line.isEmpty())
                    .distinct()
                    .forEach(line -> lines.add("    " + style.dim(printable(line))));
        });
        return lines;
    }

    /** Where an article can be read; its id, for {@code show}, where it has no address. */
    private static String address(ArticleHead article) {
        return printable(
                article.url() == null ? article.id().value() : article.url().toString());
    }

    String headline(ArticleHead head, Messages messages) {
        var parts = new ArrayList<String>();
        parts.add(head.title().isEmpty() ? head.id().value() : head.title());
        if (!head.source().isEmpty()) {
            parts.add(head.source());
        }
        if (head.published() != null) {
            parts.add(dates.day(head.published(), messages.language()));
        }
        return printable(String.join(" · ", parts));
    }

    /** Without what would steer the terminal or the direction of what stands around the text. */
    static String printable(String text) {
        return UNSEEN.matcher(CONTROL.matcher(text).replaceAll(" ")).replaceAll("");
    }

    /** Bold, bright and dim, or nothing. */
    record Style(boolean colours) {
        String bold(String text) {
            return in("1", text);
        }

        String bright(String text) {
            return in("1;93", text);
        }

        String dim(String text) {
            return in("2", text);
        }

        private String in(String code, String text) {
            return colours && !text.isEmpty() ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
        }
    }
}

package dev.sanad.render;

import dev.sanad.answer.Difference;
import dev.sanad.answer.Notice;
import dev.sanad.answer.QuotationMatch;
import dev.sanad.answer.Verification;
import dev.sanad.article.ArticleHead;
import dev.sanad.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What was found of a quotation, as plain text for a terminal, as {@link TerminalRenderer} writes it. */
public final class TerminalVerification {
    private final VerificationText text;
    private final NoticeText noticeText;
    private final TerminalRenderer answers;
    private final TerminalRenderer.Style style;

    /** @param colours whether the terminal understands bold and dim */
    public TerminalVerification(ReaderDates dates, boolean colours) {
        this.text = new VerificationText(dates);
        this.noticeText = new NoticeText(dates);
        this.answers = new TerminalRenderer(dates, colours);
        this.style = new TerminalRenderer.Style(colours);
    }

    /** @param language of the quotation */
    public String verification(Verification verification, List<Notice> notices, Language language) {
        Messages messages = Messages.of(language);
        var lines = new ArrayList<String>();
        lines.add(text.outcome(verification, messages));
        for (List<QuotationMatch> matches : VerificationText.texts(verification)) {
            addText(lines, matches, messages);
        }
        for (Notice notice : notices) {
            lines.add("");
            lines.add(style.dim(noticeText.of(notice, messages)));
        }
        return ended(lines);
    }

    /** What the JSON object does not tell; empty where there is nothing. */
    public String remarks(Verification verification, List<Notice> notices, Language language) {
        Messages messages = Messages.of(language);
        var lines = new ArrayList<String>();
        if (verification instanceof Verification.TooShort) {
            lines.add(text.outcome(verification, messages));
        }
        notices.forEach(notice -> lines.add(noticeText.of(notice, messages)));
        return ended(lines);
    }

    private void addText(List<String> lines, List<QuotationMatch> matches, Messages messages) {
        QuotationMatch first = matches.getFirst();
        lines.add("");
        lines.add("«" + marked(first) + "»");
        for (Difference one : first.differences()) {
            String given = TerminalRenderer.printable(one.given());
            String found = TerminalRenderer.printable(one.found());
            lines.add("  • " + VerificationText.difference(one, style.bold(given), style.bold(found), messages));
        }
        lines.add(VerificationText.first(matches, messages));
        addArticle(lines, first.article(), messages);
        if (matches.size() > 1) {
            lines.add(messages.text("verify.also"));
            matches.stream().skip(1).forEach(match -> addArticle(lines, match.article(), messages));
        }
    }

    /** The quotation with the words bright that differ: all of them, where none does. */
    private String marked(QuotationMatch match) {
        if (match.differences().isEmpty()) {
            return style.bold(TerminalRenderer.printable(match.quote()));
        }
        var marked = new StringBuilder();
        int from = match.start();
        for (Difference one : match.differences()) {
            if (one.end() > one.start()) {
                marked.append(part(match, from, one.start())).append(style.bold(part(match, one.start(), one.end())));
                from = one.end();
            }
        }
        return marked.append(part(match, from, match.end())).toString();
    }

    private static String part(QuotationMatch match, int start, int end) {
        return TerminalRenderer.printable(match.quote().substring(start - match.start(), end - match.start()));
    }

    private void addArticle(List<String> lines, ArticleHead article, Messages messages) {
        lines.add("  • " + answers.headline(article, messages));
        String address =
                article.url() == null ? article.id().value() : article.url().toString();
        lines.add("    " + style.dim(TerminalRenderer.printable(address)));
    }

    private static String ended(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}

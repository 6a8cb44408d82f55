package dev.sanad.render;

import dev.sanad.answer.Difference;
import dev.sanad.answer.QuotationMatch;
import dev.sanad.answer.Verification;
import java.util.List;

/** What was found of a quotation, as {@link TelegramRenderer} writes it. */
final class TelegramVerification {
    /** Of the differing words of one line. */
    private static final int MAX_WORDS = 256;

    private final VerificationText text;
    private final TelegramRenderer renderer;

    TelegramVerification(ReaderDates dates, TelegramRenderer renderer) {
        this.text = new VerificationText(dates);
        this.renderer = renderer;
    }

    List<String> messages(Verification verification, Messages messages) {
        var out = new TelegramMessages();
        out.addText("", text.outcome(verification, messages));
        String separator = "\n";
        for (List<QuotationMatch> matches : VerificationText.texts(verification)) {
            addMatches(out, separator, matches, messages);
            separator = "\n\n";
        }
        return out.all();
    }

    private void addMatches(TelegramMessages out, String separator, List<QuotationMatch> matches, Messages messages) {
        QuotationMatch first = matches.getFirst();
        String before = separator;
        String quote = TelegramHtml.still(first.quote());
        for (String piece : TelegramMessages.pieces(quote, TelegramMessages.MAX_UNITS, TelegramMessages.MAX_UNITS)) {
            out.add(before, new TelegramHtml().quotation(piece));
            before = "\n";
        }
        for (Difference one : first.differences()) {
            addLine(out, "• " + difference(one, messages), messages);
        }
        addLine(out, VerificationText.first(matches, messages), messages);
        out.add("\n", renderer.line(first.article(), first.quote(), messages.language()));
        if (matches.size() > 1) {
            addLine(out, messages.text("verify.also"), messages);
        }
        for (QuotationMatch match : matches.subList(1, matches.size())) {
            out.add("\n", renderer.line(match.article(), match.quote(), messages.language()));
        }
    }

    private static String difference(Difference one, Messages messages) {
        Direction direction = Direction.of(messages.language());
        return VerificationText.difference(
                one,
                direction.isolate(TelegramRenderer.oneLine(one.given(), MAX_WORDS)),
                direction.isolate(TelegramRenderer.oneLine(one.found(), MAX_WORDS)),
                messages);
    }

    private static void addLine(TelegramMessages out, String line, Messages messages) {
        out.addText("\n", Direction.of(messages.language()).before(line) + line);
    }
}

package dev.sanad.render;

import dev.sanad.answer.Difference;
import dev.sanad.answer.QuotationMatch;
import dev.sanad.answer.Verification;
import dev.sanad.retrieve.Retrieval.Coverage;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is said of a quotation that was looked up, in plain text. */
final class VerificationText {
    private final CoverageText coverage;

    VerificationText(ReaderDates dates) {
        this.coverage = new CoverageText(dates);
    }

    /** The outcome, a line or two. */
    String outcome(Verification verification, Messages messages) {
        return switch (verification) {
            case Verification.Exact exact -> messages.text("verify.exact");
            case Verification.Near near -> messages.text("verify.near");
            case Verification.TooShort none -> messages.text("verify.too_short");
            case Verification.NotFound(Coverage searched) ->
                messages.text("verify.not_found") + "\n"
                        + coverage.of(searched.articles(), searched.from(), searched.to(), messages);
        };
    }

    /** The matches, those of one text together. */
    static Collection<List<QuotationMatch>> texts(Verification verification) {
        return switch (verification) {
            case Verification.Exact(List<QuotationMatch> matches) -> List.of(matches);
            case Verification.Near(List<QuotationMatch> matches) -> {
                Map<String, List<QuotationMatch>> texts = matches.stream()
                        .collect(Collectors.groupingBy(QuotationMatch::quote, LinkedHashMap::new, Collectors.toList()));
                yield texts.values();
            }
            case Verification.NotFound none -> List.of();
            case Verification.TooShort none -> List.of();
        };
    }

    /** How the article that comes first is introduced: as the first only where it is known to be. */
    static String first(List<QuotationMatch> text, Messages messages) {
        boolean known = text.size() > 1 && text.getFirst().article().published() != null;
        return messages.text(known ? "verify.first" : "verify.in");
    }

    /** A line on one difference, with its words as the reader's line takes them. */
    static String difference(Difference difference, String given, String found, Messages messages) {
        return switch (difference.kind()) {
            case CHANGED -> messages.text("verify.changed", given, found);
            case ADDED -> messages.text("verify.added", given);
            case MISSING -> messages.text("verify.missing", found);
        };
    }
}

package dev.sanad.render;

import dev.sanad.answer.Answer;
import dev.sanad.answer.Claim;
import dev.sanad.answer.Response;
import dev.sanad.answer.Searched;
import dev.sanad.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an answer says in plain text, without its citations. */
final class AnswerText {
    private final ReaderDates dates;
    private final CoverageText coverage;

    AnswerText(ReaderDates dates) {
        this.dates = dates;
        this.coverage = new CoverageText(dates);
    }

    String of(Response response) {
        Messages messages = Messages.of(response.language());
        return switch (response.answer()) {
            case Answer.Cited cited -> cited(cited.claims(), messages);
            case Answer.NotFound notFound -> String.join("\n", notFound(response, messages));
            case Answer.NotAQuestion talk ->
                messages.text("small_talk." + talk.kind().name().toLowerCase(Locale.ROOT));
        };
    }

    /** A sentence behind the other; those of a digest on lines of their own, behind their dates. */
    private String cited(List<Claim> claims, Messages messages) {
        String separator = claims.stream().anyMatch(claim -> claim.heading() != null) ? "\n" : " ";
        return claims.stream()
                .map(claim -> heading(claim, messages.language()) + claim.text())
                .collect(Collectors.joining(separator));
    }

    /** The day that stands above a claim, with what parts it from the claim; empty for none. */
    String heading(Claim claim, Language language) {
        return claim.heading() == null ? "" : dates.day(claim.heading(), language) + ": ";
    }

    /** A line each: that nothing was found, what was searched for, what no article has, and where was searched. */
    List<String> notFound(Response response, Messages messages) {
        Searched searched = response.searched();
        var lines = new ArrayList<String>();
        String separator = messages.text("list.separator");
        lines.add(messages.text("not_found"));
        if (!searched.terms().isEmpty()) {
            lines.add(messages.text("not_found.searched", String.join(separator, searched.terms())));
        }
        if (!searched.missing().isEmpty()) {
            lines.add(messages.text("not_found.missing", String.join(separator, searched.missing())));
        }
        if (response.answer() instanceof Answer.NotFound notFound
                && !notFound.spellings().isEmpty()) {
            lines.add(messages.text(
                    "not_found.spelling",
                    String.join(separator, notFound.spellings().values())));
        }
        lines.add(coverage.of(response, messages));
        return lines;
    }
}

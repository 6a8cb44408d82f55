package dev.sanad.render;

import dev.sanad.answer.Answer;
import dev.sanad.answer.Claim;
import dev.sanad.answer.Response;
import dev.sanad.answer.Searched;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an answer says in plain text, without its citations. */
final class AnswerText {
    private final CoverageText coverage;

    AnswerText(ReaderDates dates) {
        this.coverage = new CoverageText(dates);
    }

    String of(Response response) {
        Messages messages = Messages.of(response.language());
        return switch (response.answer()) {
            case Answer.Cited cited -> cited.claims().stream().map(Claim::text).collect(Collectors.joining(" "));
            case Answer.NotFound notFound -> String.join("\n", notFound(response, messages));
            case Answer.NotAQuestion talk ->
                messages.text("small_talk." + talk.kind().name().toLowerCase(Locale.ROOT));
        };
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

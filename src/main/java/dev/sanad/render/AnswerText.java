package dev.sanad.render;

import dev.sanad.answer.Answer;
import dev.sanad.answer.Claim;
import dev.sanad.answer.Response;
import dev.sanad.answer.Searched;
import dev.sanad.article.Published;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an answer says in plain text, without its citations. */
final class AnswerText {
    private final ReaderDates dates;

    AnswerText(ReaderDates dates) {
        this.dates = dates;
    }

    String of(Response response) {
        Messages messages = Messages.of(response.language());
        return switch (response.answer()) {
            case Answer.Cited cited -> cited.claims().stream().map(Claim::text).collect(Collectors.joining(" "));
            case Answer.NotFound notFound -> String.join("\n", notFound(response.searched(), messages));
            case Answer.NotAQuestion talk ->
                messages.text("small_talk." + talk.kind().name().toLowerCase(Locale.ROOT));
        };
    }

    /** A line each: that nothing was found, what was searched for, what no article has, and where was searched. */
    List<String> notFound(Searched searched, Messages messages) {
        var lines = new ArrayList<String>();
        String separator = messages.text("list.separator");
        lines.add(messages.text("not_found"));
        if (!searched.terms().isEmpty()) {
            lines.add(messages.text("not_found.searched", String.join(separator, searched.terms())));
        }
        if (!searched.missing().isEmpty()) {
            lines.add(messages.text("not_found.missing", String.join(separator, searched.missing())));
        }
        lines.add(archive(searched, messages));
        return lines;
    }

    private String archive(Searched searched, Messages messages) {
        if (searched.articles() == 0) {
            return messages.text("archive.empty");
        }
        String articles = Numerals.of(searched.articles(), messages.language());
        LocalDate from = searched.from();
        LocalDate to = searched.to();
        if (from == null || to == null) {
            return messages.text("archive.undated", articles);
        }
        return messages.text("archive.covered", articles, day(from, messages), day(to, messages));
    }

    private String day(LocalDate day, Messages messages) {
        return dates.day(new Published.On(day), messages.language());
    }
}

package dev.sanad.answer;

import dev.sanad.text.Language;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer and what is known of how it came about.
 *
 * @param language of the question, which is the reader's
 * @param confidence 0 to 1 that the archive answers the question
 * @param composedBy who wrote the answer
 * @param understood the question as it was answered, where that is another wording than its reader's; else null
 */
public record Response(
        Question question,
        Language language,
        Answer answer,
        Searched searched,
        double confidence,
        List<Dropped> dropped,
        List<Notice> notices,
        ComposedBy composedBy,
        Duration took,
        @Nullable String understood) {
    public Response {
        dropped = List.copyOf(dropped);
        notices = List.copyOf(notices);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("a confidence is from 0 to 1, not " + confidence);
        }
    }

    public Response(
            Question question,
            Language language,
            Answer answer,
            Searched searched,
            double confidence,
            List<Dropped> dropped,
            List<Notice> notices,
            ComposedBy composedBy,
            Duration took) {
        this(question, language, answer, searched, confidence, dropped, notices, composedBy, took, null);
    }

    /** This response with one more notice, after the others. */
    public Response with(Notice notice) {
        var more = new ArrayList<>(notices);
        more.add(notice);
        return new Response(
                question, language, answer, searched, confidence, dropped, more, composedBy, took, understood);
    }

    /**
     * This response to the question as its reader asked it, where it was answered in another wording.
     *
     * @param tokens that the other wording cost; they are the model's, if one composed the answer
     */
    public Response to(Question asked, int tokens) {
        String other = question.text().equals(asked.text()) ? null : question.text();
        ComposedBy by = composedBy instanceof ComposedBy.Model(String name, int spent)
                ? new ComposedBy.Model(name, spent + tokens)
                : composedBy;
        return new Response(asked, language, answer, searched, confidence, dropped, notices, by, took, other);
    }
}

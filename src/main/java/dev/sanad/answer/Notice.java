package dev.sanad.answer;

import java.util.List;

/**
 * Something about an answer that its reader should know.
 *
 * @param details what the words of this notice are filled with, in the order that its kind says
 */
public record Notice(Kind kind, List<String> details) {
    public Notice {
        details = List.copyOf(details);
    }

    public Notice(Kind kind, String... details) {
        this(kind, List.of(details));
    }

    public enum Kind {
        /** No configured model gave an answer; the log says which failed and how. */
        MODEL_UNAVAILABLE,
        /** The model failed after part of its answer was shown. */
        CUT,
        /** The reader stopped the answer while it grew. */
        STOPPED,
        /** The language model was not asked, since what it may cost in a day is spent. */
        TOKENS_SPENT,
        /** The question waited long for its answer; details: the day on which it was asked, ISO-8601. */
        WAITED,
        /** Sentences were shown though the support check failed them ({@code check.mode: flag}); details: them. */
        FLAGGED,
        /** The judge ({@code check.model}) could not be asked, so the sentences stand as the support check passed them. */
        UNJUDGED,
        /** Only articles of this time were searched; details: first day, empty for all until the last, and last day, ISO-8601. */
        WINDOW,
        /** No article of the time asked for was found, so all were searched; details: first and last day. */
        WINDOW_WIDENED,
        /** The newest articles were asked for, and are shown so. */
        NEWEST,
        /** Another process is updating the archive; this answer rests on its last commit. */
        READ_ONLY,
        /** The quotations are in another language than the question; details: that language. */
        OTHER_LANGUAGE,
        /** Some of the quotations are; details: that language. */
        ALSO_IN_OTHER_LANGUAGE,
        /**
         * Articles contradict each other in what was asked; details: what each says, and behind each when that was published,
         * ISO-8601 or empty.
         */
        SOURCES_DIFFER,
        /** An article corrects an earlier one; details: its title, and when it was published, ISO-8601 or empty. */
        CORRECTION,
        /** Sources could not be read in full; details: how many files. */
        SOURCES_INCOMPLETE
    }
}

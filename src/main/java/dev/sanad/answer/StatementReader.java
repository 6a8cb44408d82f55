package dev.sanad.answer;

import dev.sanad.article.Sentence;
import dev.sanad.text.SentenceSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a model's streamed text into statements. A statement is handed out once the one behind it has begun, since ids may
 * follow a full stop. Not for several threads.
 */
final class StatementReader {
    static final String NOT_FOUND = "NOT_FOUND";
    private static final Pattern REFERENCES =
            Pattern.compile("(?:[\\[【［][\\p{Nd}\\s.,;:،٫·–-]*[\\]】］]\\s*[.؟!]?\\s*)+");
    private static final Pattern OPEN_REFERENCE = Pattern.compile("[\\[【［][\\p{Nd}\\s.,;:،٫·–-]*");
    private final SentenceSplitter splitter = new SentenceSplitter();
    private final StringBuilder buffer = new StringBuilder();
    private boolean begun;
    private boolean notFound;

    /** The statements that are whole now. */
    List<Statement> accept(String piece) {
        buffer.append(piece);
        return read(false);
    }

    /** What is left when the model has ended. */
    List<Statement> finish() {
        return read(true);
    }

    /** Whether the model said that the evidence does not answer; nothing it says besides counts then. */
    boolean saidNotFound() {
        return notFound;
    }

    private List<Statement> read(boolean ended) {
        if (notFound || (!begun && !begin(ended))) {
            return List.of();
        }
        String text = buffer.toString();
        var statements = new ArrayList<Statement>();
        int from = 0;
        for (Sentence sentence : splitter.split(text)) {
            int to = sentence.start() + leadingReferences(text, sentence.start());
            if (!ended
                    && (to == text.length()
                            || OPEN_REFERENCE
                                    .matcher(text)
                                    .region(to, text.length())
                                    .matches())) {
                break;
            }
            if (sentence.start() > from) {
                add(statements, text.substring(from, to));
                from = to;
            }
        }
        if (ended) {
            add(statements, text.substring(from));
            from = text.length();
        }
        buffer.delete(0, from);
        return statements;
    }

    private static void add(List<Statement> statements, String text) {
        Statement statement = Statement.parse(text);
        if (!statement.text().isEmpty()) {
            statements.add(statement);
        }
    }

    /** Ids behind a full stop belong to the sentence before it; how many units they take. */
    private static int leadingReferences(String text, int start) {
        Matcher references = REFERENCES.matcher(text).region(start, text.length());
        return references.lookingAt() ? references.end() - start : 0;
    }

    /** Whether it is known that the reply is not just {@value #NOT_FOUND}. */
    private boolean begin(boolean ended) {
        String start = buffer.toString().strip().replaceFirst("^[\"'`*_ ]+", "").toUpperCase(Locale.ROOT);
        String normalised = start.replace(' ', '_');
        if (normalised.startsWith(NOT_FOUND)) {
            notFound = true;
            return false;
        }
        begun = ended
                || !NOT_FOUND.startsWith(normalised.substring(0, Math.min(normalised.length(), NOT_FOUND.length())));
        return begun;
    }
}

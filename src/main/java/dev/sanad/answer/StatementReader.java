package dev.sanad.answer;

import dev.sanad.article.Sentence;
import dev.sanad.text.SentenceSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a model's streamed text into statements, the same however it was cut into pieces. A statement is handed out once the
 * first word behind it is whole, since ids may follow a full stop and not every full stop ends a sentence. Not for several
 * threads.
 */
final class StatementReader {
    /** What a model is asked to write when the evidence does not answer, and the spellings in which models do. */
    private static final Pattern NOT_FOUND = Pattern.compile("(?i)[\\s\\p{P}\\p{S}\\p{C}]*+NOT"
            + "(?:\\\\?[_-]?FOUND(?![\\p{L}\\p{Nd}])|\\s+FOUND(?=\\s*+(?:$|[\\p{P}\\p{S}])))");

    private final SentenceSplitter splitter = new SentenceSplitter();
    private final StringBuilder buffer = new StringBuilder();
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

    @SuppressWarnings("JdkObsolete") // a stream is read here: what matters is whether more text could change the match
    private List<Statement> read(boolean ended) {
        var statements = new ArrayList<Statement>();
        boolean halfACharacter = !buffer.isEmpty() && Character.isHighSurrogate(buffer.charAt(buffer.length() - 1));
        while (!notFound && !buffer.isEmpty() && (ended || !halfACharacter)) {
            Matcher refusal = NOT_FOUND.matcher(buffer);
            boolean refused = refusal.lookingAt();
            if (refusal.hitEnd() && !ended) {
                break;
            }
            if (refused) {
                // whatever else it says counts no more
                notFound = true;
                break;
            }
            int end = end(ended);
            if (end == 0) {
                break;
            }
            Statement statement = Statement.parse(buffer.substring(0, end));
            buffer.delete(0, end);
            notFound = NOT_FOUND.matcher(statement.text()).matches();
            if (!notFound && !statement.text().isEmpty()) {
                statements.add(statement);
            }
        }
        return statements;
    }

    /** Where the first statement of the buffer ends, with the ids behind it; 0 while more text could move that. */
    private int end(boolean ended) {
        String text = buffer.toString();
        int first = References.leading(text, 0);
        for (Sentence sentence : splitter.split(text)) {
            int start = References.startOfBrackets(text, sentence.start());
            if (start > first && !text.substring(0, start).isBlank()) {
                int end = start + References.leading(text, start);
                boolean settled = !References.isUnfinished(text, end) && isFollowedByAWord(text, end);
                if (ended || settled) {
                    return end;
                }
                break;
            }
        }
        return ended ? text.length() : 0;
    }

    /** Whether a letter follows, and behind it something that is none: what comes after cannot move a sentence's end. */
    private static boolean isFollowedByAWord(String text, int from) {
        boolean begun = false;
        for (int i = from; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean letter = Character.isLetter(c);
            if (begun && !letter) {
                return true;
            }
            begun |= letter;
            i += Character.charCount(c);
        }
        return false;
    }
}

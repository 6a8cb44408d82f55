package dev.sanad.answer;

import dev.sanad.article.ArticleHead;
import dev.sanad.retrieve.QueryPlanner;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Data as a prompt may hold it: on lines of its own, with nothing in it that could pass for an id or a boundary. */
public final class PromptData {
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final int LONGEST_QUESTION = QueryPlanner.MOST_CHARACTERS;

    private PromptData() {}

    /** A mark that data cannot hold, since it is drawn anew for every prompt. */
    public static String boundary() {
        byte[] bytes = new byte[6];
        RANDOM.nextBytes(bytes);
        return "=== " + HexFormat.of().formatHex(bytes) + " ===";
    }

    /** One line of data. */
    public static String line(String text) {
        return References.disguise(Invisible.remove(text)).strip();
    }

    /** A question on one line, as far as it is searched: what comes after {@value #LONGEST_QUESTION} units is left out. */
    public static String question(String text) {
        if (text.length() <= LONGEST_QUESTION) {
            return line(text);
        }
        int end =
                Character.isHighSurrogate(text.charAt(LONGEST_QUESTION - 1)) ? LONGEST_QUESTION - 1 : LONGEST_QUESTION;
        return line(text.substring(0, end));
    }

    /** A sentence a line, with its id, below a line that tells its source's title, publisher and date. */
    static String evidence(Evidence evidence) {
        var lines = new StringBuilder();
        for (Evidence.Source source : evidence.sources()) {
            ArticleHead head = source.head();
            lines.append("source ").append(source.number()).append(": ").append(line(head.title()));
            if (!head.source().isEmpty()) {
                lines.append(" | ").append(line(head.source()));
            }
            if (head.published() != null) {
                lines.append(" | ").append(head.published());
            }
            lines.append('\n');
            for (Evidence.Item item : source.items()) {
                lines.append('[')
                        .append(item.id())
                        .append("] ")
                        .append(line(item.text()))
                        .append('\n');
            }
        }
        return lines.toString();
    }
}

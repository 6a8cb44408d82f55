package dev.sanad.render;

import dev.sanad.text.Language;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a line of mixed scripts from jumping (UAX #9): isolates around names that run the other way, and a mark at the
 * start of a line that would otherwise take its direction from a foreign word.
 */
enum Direction {
    LEFT_TO_RIGHT('\u200E'),
    RIGHT_TO_LEFT('\u200F');

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char LEFT_TO_RIGHT_ISOLATE = '\u2066';
    private static final Pattern COMMAND = Pattern.compile("(?<![\\p{L}\\p{M}\\d/:._-])/[a-z_]{2,32}(?![\\p{L}\\d/])");
    private static final char POP_ISOLATE = '\u2069';
    private final char mark;

    Direction(char mark) {
        this.mark = mark;
    }

    static Direction of(Language language) {
        return language == Language.PERSIAN ? RIGHT_TO_LEFT : LEFT_TO_RIGHT;
    }

    /** Of most of the text's letters; the reader's where it has none of either. */
    static Direction of(String text, Language reader) {
        int right = 0;
        int left = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (Character.getDirectionality(text.charAt(i))) {
                case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> right++;
                case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> left++;
                default -> {
                    // says nothing of direction
                }
            }
        }
        if (right == left) {
            return of(reader);
        }
        return right > left ? RIGHT_TO_LEFT : LEFT_TO_RIGHT;
    }

    /** A name of ours or of an article's, isolated if part of it runs the other way. */
    String isolate(String name) {
        return has(name, this == RIGHT_TO_LEFT ? LEFT_TO_RIGHT : RIGHT_TO_LEFT)
                ? FIRST_STRONG_ISOLATE + name + POP_ISOLATE
                : name;
    }

    /**
     * What to put before a line so that it runs this way whatever it begins with: a mark, or nothing. Some readers' programs take
     * the direction from the first letter, others from the first that is not isolated, so both must run this way.
     */
    String before(String line) {
        if (this == RIGHT_TO_LEFT && !line.isEmpty() && strong(line.charAt(0)) == null) {
            // two markers in a row, [۱][۲], change places where nothing that runs this way stands before them
            return String.valueOf(mark);
        }
        Direction first = null;
        int depth = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == FIRST_STRONG_ISOLATE || c == LEFT_TO_RIGHT_ISOLATE) {
                depth++;
            } else if (c == POP_ISOLATE) {
                depth = Math.max(0, depth - 1);
            }
            Direction strong = strong(c);
            first = first == null ? strong : first;
            if (strong != null && depth == 0) {
                return strong == this && first == this ? "" : String.valueOf(mark);
            }
        }
        return this == RIGHT_TO_LEFT || depth > 0 || has(line, RIGHT_TO_LEFT) ? String.valueOf(mark) : "";
    }

    /** A text of ours, in which a bot's commands do not lose their slash to the other side. */
    String isolateCommands(String text) {
        return this == RIGHT_TO_LEFT
                ? COMMAND.matcher(text).replaceAll(LEFT_TO_RIGHT_ISOLATE + "$0" + POP_ISOLATE)
                : text;
    }

    /** What to put between a line and the marker that ends it, so that the marker stays at its end. */
    String after(String line) {
        for (int i = line.length() - 1; i >= 0; i--) {
            Direction strong = strong(line.charAt(i));
            if (strong != null) {
                return strong == this ? "" : String.valueOf(mark);
            }
        }
        return "";
    }

    private static boolean has(String text, Direction direction) {
        return text.chars().anyMatch(c -> strong((char) c) == direction);
    }

    private static @Nullable Direction strong(char c) {
        return switch (Character.getDirectionality(c)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> RIGHT_TO_LEFT;
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> LEFT_TO_RIGHT;
            default -> null;
        };
    }
}

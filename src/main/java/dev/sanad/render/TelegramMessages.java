package dev.sanad.render;

import java.util.ArrayList;
import java.util.List;

/** Packs pieces into messages that Telegram takes. A piece is never divided: what may be is divided before. */
final class TelegramMessages {
    /** UTF-16 units of a message after its entities are parsed (Bot API, sendMessage). */
    static final int MAX_UNITS = 4096;
    /** Telegram ignores the entities of a message beyond the hundredth. */
    private static final int MAX_ENTITIES = 95;

    private final List<String> full = new ArrayList<>();
    private TelegramHtml current = new TelegramHtml();

    /** @param separator stands before the piece unless it begins a message */
    TelegramMessages add(String separator, TelegramHtml piece) {
        if (piece.units() > MAX_UNITS) {
            throw new IllegalArgumentException("a piece of " + piece.units() + " units fits in no message");
        }
        boolean fits = current.units() + separator.length() + piece.units() <= MAX_UNITS
                && current.entities() + piece.entities() <= MAX_ENTITIES;
        if (current.units() > 0 && !fits) {
            flush();
        }
        if (current.units() > 0) {
            current.plain(separator);
        }
        current.add(piece);
        return this;
    }

    /** Text of any length, divided between words where it must be. */
    TelegramMessages addText(String separator, String text) {
        String before = separator;
        for (String piece : pieces(text, MAX_UNITS, MAX_UNITS)) {
            add(before, new TelegramHtml().text(piece));
            before = "\n";
        }
        return this;
    }

    List<String> all() {
        flush();
        return List.copyOf(full);
    }

    private void flush() {
        if (current.units() > 0) {
            full.add(current.html());
            current = new TelegramHtml();
        }
    }

    /**
     * Divides a text: after white space where there is some in the latter half, never inside a character. Pieces
     * that nobody could see are left out.
     *
     * @param first units of the first piece at most
     * @param rest units of every other piece at most
     */
    static List<String> pieces(String text, int first, int rest) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        int room = first;
        while (from < text.length()) {
            int to = text.length() - from <= room ? text.length() : cut(text, from, from + room);
            String piece = text.substring(from, to);
            if (visible(piece)) {
                pieces.add(piece);
                room = rest;
            }
            from = to;
        }
        return pieces;
    }

    private static int cut(String text, int from, int to) {
        for (int at = to; at > from + (to - from) / 2; at--) {
            if (Character.isWhitespace(text.charAt(at - 1))) {
                return at;
            }
        }
        for (int at = to; at > from + (to - from) / 2; at--) {
            if (!continues(text.codePointAt(at)) && !Character.isLowSurrogate(text.charAt(at))) {
                return at;
            }
        }
        return Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
    }

    /** What belongs to the character before it: marks, joiners, variation selectors. */
    private static boolean continues(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.FORMAT;
    }

    private static boolean visible(String piece) {
        return piece.codePoints()
                .anyMatch(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && !continues(c));
    }
}

package dev.sanad.answer;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ids of sentences as they stand in a text: in brackets of any kind, one or several, in digits of any script. */
final class References {
    /** Brackets with more units in them than this hold no ids. */
    private static final int LONGEST = 80;

    private static final String OPEN = "[【［";
    private static final String CLOSE = "]】］";
    private static final String WITHIN =
            "(?:[\\p{Nd}\\s.,;:،؛٫·–^-]|(?i:sources?|sentences?|and|ids?)|منابع|منبع|جملهٔ?|شناسهٔ?|و)*+";
    private static final Pattern REFERENCE =
            Pattern.compile("[\\[【［](?=[^\\]】］]{0," + LONGEST + "}[\\]】］])(" + WITHIN + ")[\\]】］]");
    private static final Pattern LEADING = Pattern.compile("(?:" + REFERENCE + "\\s*[.؟!]?\\s*)+");
    private static final Pattern UNFINISHED = Pattern.compile("[\\[【［](" + WITHIN + ")$");
    private static final Pattern ID = Pattern.compile("(\\d{1,4})\\s*[.٫:·]\\s*(\\d{1,4})");

    private References() {}

    /** A text without its references, and the ids that they named, in order. */
    record Parted(String text, Set<SentenceId> ids) {}

    static Parted part(String text) {
        Set<SentenceId> ids = new LinkedHashSet<>();
        String rest = REFERENCE.matcher(text).replaceAll(found -> take(found.group(1), ids));
        rest = UNFINISHED.matcher(rest).replaceAll(found -> take(found.group(1), ids));
        return new Parted(rest, ids);
    }

    private static String take(String inside, Set<SentenceId> ids) {
        for (Matcher id = ID.matcher(asciiDigits(inside)); id.find(); ) {
            ids.add(new SentenceId(Integer.parseInt(id.group(1)), Integer.parseInt(id.group(2))));
        }
        return " ";
    }

    /** How many units the references take that a text has from {@code start} on, with the full stops behind them. */
    static int leading(String text, int start) {
        Matcher references = LEADING.matcher(text).region(start, text.length());
        return references.lookingAt() ? references.end() - start : 0;
    }

    /** Where the brackets open that hold {@code position}, if they may hold ids; else the position itself. */
    static int startOfBrackets(String text, int position) {
        for (int i = position - 1; i >= Math.max(0, position - LONGEST); i--) {
            if (CLOSE.indexOf(text.charAt(i)) >= 0) {
                return position;
            }
            if (OPEN.indexOf(text.charAt(i)) >= 0) {
                boolean ids = REFERENCE.matcher(text).region(i, text.length()).lookingAt();
                return ids || isUnfinished(text, i) ? i : position;
            }
        }
        return position;
    }

    /** Whether brackets open at {@code position} that more text could make hold ids. */
    static boolean isUnfinished(String text, int position) {
        if (position == text.length()
                || OPEN.indexOf(text.charAt(position)) < 0
                || text.length() - position > LONGEST) {
            return false;
        }
        return text.substring(position).chars().noneMatch(c -> CLOSE.indexOf(c) >= 0);
    }

    /** The same brackets round, so that nothing in the text passes for an id. */
    static String disguise(String text) {
        return REFERENCE.matcher(text).replaceAll("($1)");
    }

    private static String asciiDigits(String text) {
        var digits = new StringBuilder(text);
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), 10);
            if (digit >= 0) {
                digits.setCharAt(i, (char) ('0' + digit));
            }
        }
        return digits.toString();
    }
}

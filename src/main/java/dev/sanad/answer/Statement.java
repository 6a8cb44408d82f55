package dev.sanad.answer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence that a model wrote, and the ids that it named.
 *
 * @param text without the ids and without a list's markers; may be empty
 * @param ids in order of mention, whether they were shown or not
 */
record Statement(String text, List<SentenceId> ids) {
    private static final Pattern BRACKETED = Pattern.compile("[\\[【［]([^\\[\\]【】［］]{0,80})[\\]】］]");
    private static final Pattern ID = Pattern.compile("(\\d{1,4})\\s*[.٫:·]\\s*(\\d{1,4})");
    private static final Pattern ONLY_IDS =
            Pattern.compile("[\\d\\s.,;:،؛٫·–-]*|(?i)(?:source|sources|منبع|منابع)[\\d\\s.,،٫-]*");
    private static final Pattern LIST_MARK = Pattern.compile("^(?:[-*•–#>]+\\s+|\\d{1,2}[.)]\\s+)");
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\u200E\\u200F\\u061C\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    Statement {
        ids = List.copyOf(ids);
    }

    static Statement parse(String sentence) {
        Set<SentenceId> ids = new LinkedHashSet<>();
        var text = new StringBuilder();
        Matcher brackets = BRACKETED.matcher(sentence);
        while (brackets.find()) {
            String inside = asciiDigits(brackets.group(1));
            boolean reference = ONLY_IDS.matcher(inside).matches();
            if (reference) {
                for (Matcher id = ID.matcher(inside); id.find(); ) {
                    ids.add(new SentenceId(Integer.parseInt(id.group(1)), Integer.parseInt(id.group(2))));
                }
            }
            brackets.appendReplacement(text, reference ? "" : Matcher.quoteReplacement(brackets.group()));
        }
        brackets.appendTail(text);
        return new Statement(clean(text.toString()), new ArrayList<>(ids));
    }

    private static String clean(String text) {
        String visible = INVISIBLE.matcher(text).replaceAll(" ").strip();
        visible = LIST_MARK.matcher(visible).replaceFirst("");
        return visible.replaceAll("\\s+", " ")
                .replaceAll(" (?=[.،؛؟!,;:?])", "")
                .strip();
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

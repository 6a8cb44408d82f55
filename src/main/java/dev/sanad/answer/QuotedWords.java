package dev.sanad.answer;

import dev.sanad.index.Analysis;
import dev.sanad.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a text as all of its words, for comparing word by word: letters and digits folded, spellings unified, punctuation
 * left out. A currency or percent sign is a word. Separators of thousands are left out; all others part a number, so 5.1
 * and ۵/۱ are equal, 5.1 and 51 are not.
 */
final class QuotedWords {
    private static final Pattern PIECE = Pattern.compile("(?<number>\\d{1,3}(?:[,٬'’،]\\d{3})+(?!\\d)"
            + "|\\d{1,3}(?:\\.\\d{3}){2,}(?!\\d)"
            + "|\\d+)"
            + "|(?<letters>[\\p{L}\\p{M}\\u200C'’]+)");
    /** Makes a token more than one word. */
    private static final Pattern MIXED = Pattern.compile("[\\d.:,،]");

    /** What a number goes on behind, when it stands alone between two digits. */
    private static final String WITHIN_NUMBERS = "./:٫";

    private static final String EZAFE = Folding.ZWNJ + "ی";
    private final Analysis analysis;

    QuotedWords(Analysis analysis) {
        this.analysis = analysis;
    }

    /** In order, none overlapping. */
    List<QuotedWord> of(String text) {
        var words = new ArrayList<QuotedWord>();
        int end = 0;
        for (Analysis.Term token : analysis.written(text)) {
            addSigns(words, text, end, token.start());
            if (MIXED.matcher(token.text()).find()) {
                addPieces(words, text, token);
            } else {
                addWord(words, token.text(), token.start(), token.end());
            }
            end = token.end();
        }
        addSigns(words, text, end, text.length());
        return words;
    }

    private static void addSigns(List<QuotedWord> words, String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i) == '٪' ? '%' : text.charAt(i);
            if (c == '%' || Character.getType(c) == Character.CURRENCY_SYMBOL) {
                words.add(new QuotedWord(String.valueOf(c), i, i + 1));
            }
        }
    }

    private static void addPieces(List<QuotedWord> words, String text, Analysis.Term token) {
        Matcher piece = PIECE.matcher(Folding.foldInPlace(text.substring(token.start(), token.end())));
        while (piece.find()) {
            int start = token.start() + piece.start();
            int end = token.start() + piece.end();
            String number = piece.group("number");
            if (number == null) {
                addWord(words, piece.group(), start, end);
            } else {
                addNumber(words, text, "#" + number.replaceAll("\\D", ""), start, end);
            }
        }
    }

    private static void addNumber(List<QuotedWord> words, String text, String key, int start, int end) {
        QuotedWord before = words.isEmpty() ? null : words.getLast();
        boolean goesOn = before != null
                && before.key().charAt(0) == '#'
                && before.end() + 1 == start
                && WITHIN_NUMBERS.indexOf(text.charAt(before.end())) >= 0;
        if (goesOn && before != null) {
            words.set(words.size() - 1, new QuotedWord(before.key() + key, before.start(), end));
        } else {
            words.add(new QuotedWord(key, start, end));
        }
    }

    /** خانهٔ is written خانه‌ی and خانه ی too. */
    private static void addWord(List<QuotedWord> words, String folded, int start, int end) {
        String word = folded.endsWith("ه" + EZAFE) ? folded.substring(0, folded.length() - EZAFE.length()) : folded;
        String key = word.replaceAll("[\\u200C'’_]", "");
        QuotedWord before = words.isEmpty() ? null : words.getLast();
        if (before != null && key.equals("ی") && before.key().endsWith("ه")) {
            words.set(words.size() - 1, new QuotedWord(before.key(), before.start(), end));
        } else if (!key.isEmpty()) {
            words.add(new QuotedWord(key, start, end));
        }
    }
}

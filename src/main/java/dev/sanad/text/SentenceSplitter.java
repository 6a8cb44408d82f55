package dev.sanad.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.sanad.article.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Splits a text into sentences. Every character that is not white space (Java's or Unicode's) lies in exactly one
 * sentence; a line end always ends one; none is longer than {@value #LONGEST} units.
 */
public final class SentenceSplitter {
    public static final int LONGEST = 800;
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "st", "vs", "inc", "co", "ltd", "gen", "col", "sen", "gov", "jan", "feb",
            "aug", "sept", "oct", "nov", "dec", "etc", "approx");
    /** Words that carry a sentence on after an ellipsis, or after a quotation that ends in ! or ؟. */
    private static final Set<String> CARRY_ON = Set.of("و", "که", "گفت", "را");

    private static final char JOINER = '\u200D';
    private static final String CLOSING = "»\"”’)]";

    /** Sentences in order, offsets in {@code text}. */
    public List<Sentence> split(String text) {
        var sentences = new ArrayList<Sentence>();
        BreakIterator breaks = BreakIterator.getSentenceInstance(new ULocale("fa"));
        int lineStart = 0;
        while (lineStart < text.length()) {
            int lineEnd = text.indexOf('\n', lineStart);
            lineEnd = lineEnd < 0 ? text.length() : lineEnd;
            splitLine(text, lineStart, lineEnd, breaks, sentences);
            lineStart = lineEnd + 1;
        }
        return sentences;
    }

    private static void splitLine(String text, int lineStart, int to, BreakIterator breaks, List<Sentence> sentences) {
        int from = lineStart;
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        if (from == to) {
            return;
        }
        String line = text.substring(from, to);
        breaks.setText(line);
        int start = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (end < line.length() && !endsSentence(line, start, end)) {
                continue;
            }
            add(text, from + start, from + end, sentences);
            start = end;
        }
    }

    private static boolean endsSentence(String line, int start, int end) {
        int last = trimmedEnd(line, start, end);
        int mark = last;
        while (mark > start && CLOSING.indexOf(line.charAt(mark - 1)) >= 0) {
            mark--;
        }
        if (mark == start) {
            return true;
        }
        char terminator = line.charAt(mark - 1);
        boolean ellipsis = terminator == '.' && mark - start > 1 && line.charAt(mark - 2) == '.';
        if (terminator == '.' && !ellipsis) {
            return !afterAbbreviation(line, start, end, mark - 1) && !isListNumber(line, start, mark - 1);
        }
        boolean closed = mark < last;
        return !((closed || ellipsis) && carriesOn(line, end));
    }

    private static boolean carriesOn(String line, int next) {
        return Character.isLowerCase(line.charAt(next)) || CARRY_ON.contains(Folding.key(wordAt(line, next)));
    }

    /** The 1 of "1. Ceasefire" is no sentence. */
    private static boolean isListNumber(String line, int start, int dot) {
        return start < dot
                && dot - start <= 3
                && line.substring(start, dot).chars().allMatch(Character::isDigit);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean afterAbbreviation(String line, int start, int next, int dot) {
        int wordStart = dot;
        while (wordStart > start && isOfAWord(line.charAt(wordStart - 1))) {
            wordStart--;
        }
        if (wordStart == dot) {
            return false;
        }
        String word = Folding.key(line.substring(wordStart, dot));
        boolean single = word.length() == 1;
        boolean numbered = word.equals("no") && Character.isDigit(line.charAt(next));
        return single || numbered || ABBREVIATIONS.contains(word);
    }

    /** A joiner gives a single letter its shape: ه‍.ش */
    private static boolean isOfAWord(char c) {
        return Character.isLetter(c) || c == JOINER;
    }

    private static String wordAt(String line, int start) {
        int end = start;
        while (end < line.length() && end - start < 12 && Character.isLetter(line.charAt(end))) {
            end++;
        }
        return line.substring(start, end);
    }

    private static void add(String text, int from, int to, List<Sentence> sentences) {
        int start = from;
        int end = trimmedEnd(text, from, to);
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end - start > LONGEST) {
            int cut = cut(text, start);
            sentences.add(new Sentence(start, trimmedEnd(text, start, cut)));
            start = cut;
            while (start < end && isSpace(text.charAt(start))) {
                start++;
            }
        }
        if (start < end) {
            sentences.add(new Sentence(start, end));
        }
    }

    /** Where a sentence that is too long is cut: at its last white space in reach, never inside a character. */
    private static int cut(String text, int start) {
        for (int i = start + LONGEST; i > start + LONGEST / 2; i--) {
            if (isSpace(text.charAt(i))) {
                return i;
            }
        }
        int cut = start + LONGEST;
        return Character.isLowSurrogate(text.charAt(cut)) ? cut - 1 : cut;
    }

    private static int trimmedEnd(String text, int start, int end) {
        int last = end;
        while (last > start && isSpace(text.charAt(last - 1))) {
            last--;
        }
        return last;
    }
}

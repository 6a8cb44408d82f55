package dev.sanad.answer;

import dev.sanad.retrieve.QueryWord;
import dev.sanad.text.Folding;
import dev.sanad.text.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text's words in their order, those of grammar too, so that two texts can be laid side by side. A compound is its parts,
 * an affix is one with its word however it is written, and a number is one word.
 */
final class Wording {
    private static final Pattern WORD = Pattern.compile("[%٪]|[\\p{L}\\p{M}\\p{Nd}\\u200C\\u0640]+(?:['’]\\p{L}+)*");
    private static final Pattern PARTS = Pattern.compile("[\\u200C\\u00AC\\u00AD]+");
    private static final Pattern BREAK = Pattern.compile("[.؟?!؛;،,:()\\[\\]/–—]");
    private static final Set<String> PREFIXES = keys("می نمی");
    private static final Set<String> SUFFIXES = keys(
            "ها های هایی هایم هایت هایش هایمان هایتان هایشان تر تری ترین ام ات اش ای ایم" + " اید اند ی مان تان شان");
    /** Of a word that is written in one or in several. */
    private static final int MOST_PARTS = 4;

    private final List<Token> tokens = new ArrayList<>();

    private Wording() {}

    /**
     * @param words the text's words that mean something by themselves, in order
     * @param numbers in order
     * @param dates in order
     */
    static Wording of(String text, List<QueryWord> words, List<Quantity> numbers, List<QuotedDate> dates) {
        var wording = new Wording();
        int word = 0;
        int number = 0;
        int date = 0;
        int last = 0;
        for (Matcher next = WORD.matcher(text); next.find(last); ) {
            int start = next.start();
            boolean first =
                    last == 0 || BREAK.matcher(text.substring(last, start)).find();
            while (date < dates.size() && dates.get(date).mention().end() <= start) {
                date++;
            }
            while (number < numbers.size() && numbers.get(number).end() <= start) {
                number++;
            }
            while (word < words.size() && words.get(word).end() <= start) {
                word++;
            }
            if (number < numbers.size() && numbers.get(number).start() < next.end()) {
                Quantity found = numbers.get(number);
                int from = Math.max(last, found.start());
                last = found.end();
                QuotedDate within =
                        date < dates.size() && dates.get(date).mention().start() < last ? dates.get(date) : null;
                wording.tokens.add(Token.number(text.substring(from, last), found, within, first, from));
            } else {
                boolean content = word < words.size() && words.get(word).start() < next.end();
                last = next.end();
                wording.word(text, start, last, content, first);
            }
        }
        return wording;
    }

    private void word(String text, int start, int end, boolean content, boolean first) {
        int at = start;
        boolean begins = first;
        for (String part : PARTS.split(text.substring(start, end))) {
            if (!part.isEmpty()) {
                int from = text.indexOf(part, at);
                at = from + part.length();
                add(Token.word(part, content, begins, from, at));
                begins = false;
            }
        }
    }

    private void add(Token token) {
        Token last = tokens.isEmpty() ? null : tokens.getLast();
        boolean joins = last != null
                && last.isWord()
                && !token.first()
                && (SUFFIXES.contains(token.key()) || PREFIXES.contains(last.key()));
        if (last == null || !joins) {
            tokens.add(token);
        } else {
            tokens.set(tokens.size() - 1, last.joinedWith(token));
        }
    }

    /** With neighbours made one word where the other text has them as one: نخست وزیر beside نخستوزیر. */
    Wording joinedLike(Wording other) {
        Set<String> keys = other.tokens.stream().map(Token::key).collect(Collectors.toSet());
        var joined = new Wording();
        for (int i = 0; i < tokens.size(); ) {
            int end = joinEnd(i, keys);
            joined.tokens.add(tokens.subList(i + 1, end).stream().reduce(tokens.get(i), Token::joinedWith));
            i = end;
        }
        return joined;
    }

    private int joinEnd(int from, Set<String> keys) {
        var key = new StringBuilder(tokens.get(from).key());
        for (int i = from + 1; i < Math.min(tokens.size(), from + MOST_PARTS); i++) {
            Token next = tokens.get(i);
            if (next.first() || !next.isWord() || !tokens.get(from).isWord()) {
                return from + 1;
            }
            key.append(next.key());
            if (keys.contains(key.toString())) {
                return i + 1;
            }
        }
        return from + 1;
    }

    int size() {
        return tokens.size();
    }

    Token get(int i) {
        return tokens.get(i);
    }

    boolean has(Token token) {
        return tokens.stream().anyMatch(token::matches);
    }

    List<Token> part(int from, int to) {
        return tokens.subList(from, to);
    }

    static Set<String> keys(String words) {
        return Stream.of(words.split("\\s+")).map(Folding::key).collect(Collectors.toUnmodifiableSet());
    }
}

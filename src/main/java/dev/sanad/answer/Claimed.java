package dev.sanad.answer;

import dev.sanad.index.Analysis;
import dev.sanad.retrieve.QueryWord;
import dev.sanad.retrieve.QueryWords;
import dev.sanad.text.DateFinder;
import dev.sanad.text.DateMention;
import dev.sanad.text.Folding;
import dev.sanad.text.Language;
import dev.sanad.text.NumberFinder;
import dev.sanad.text.Quantity;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A claim, read once for all quotations that it is held against. Not for several threads. */
final class Claimed {
    private static final Pattern ADDRESS =
            Pattern.compile("(?i:https?://|www\\.)[^\\s<>»]*[\\p{L}\\p{Nd}/]|(?<![\\p{L}\\p{Nd}])@\\w{3,}"
                    + "|(?<![\\p{L}\\p{Nd}.])(?:[A-Za-z0-9-]{1,63}\\.){1,8}[a-z]{2,24}(?![\\p{L}\\p{Nd}])");
    private final String text;
    private final Language language;
    private final List<DateMention> dates;
    private final List<Quantity> numbers;
    private final List<String> addresses;
    private final List<QueryWord> content;
    private final Wording wording;
    private final Map<Quotation, Against> against = new HashMap<>();

    Claimed(String text, Analysis analysis, QueryWords words, NumberFinder numberFinder, DateFinder dateFinder) {
        this.text = text;
        this.language = Language.of(text);
        this.dates = dateFinder.find(text);
        List<Quantity> all = numberFinder.find(text);
        this.numbers = all.stream()
                .filter(number -> dates.stream().noneMatch(date -> overlap(date, number.start(), number.end())))
                .toList();
        this.addresses = ADDRESS.matcher(text).results().map(MatchResult::group).toList();
        List<QueryWord> read = words.of(text);
        this.content = read.stream()
                .filter(word -> dates.stream().noneMatch(date -> overlap(date, word.start(), word.end()))
                        && numbers.stream()
                                .noneMatch(number -> number.start() < word.end() && word.start() < number.end())
                        && isContent(word, analysis))
                .toList();
        this.wording = Wording.of(
                text,
                read,
                all,
                dates.stream().map(date -> new QuotedDate(date, null)).toList());
    }

    private static boolean overlap(DateMention date, int start, int end) {
        return date.start() < end && start < date.end();
    }

    /** A verb that is grammar without its prefix is grammar. */
    private static boolean isContent(QueryWord word, Analysis analysis) {
        return Character.isLetter(word.surface().charAt(0))
                && !analysis.words(Inflection.withoutPrefix(Folding.fold(word.surface())))
                        .isEmpty();
    }

    String text() {
        return text;
    }

    String part(int start, int end) {
        return text.substring(start, end);
    }

    Language language() {
        return language;
    }

    List<DateMention> dates() {
        return dates;
    }

    /** Those that are no part of a date. */
    List<Quantity> numbers() {
        return numbers;
    }

    /** Of the web, of mail, and the names of accounts. */
    List<String> addresses() {
        return addresses;
    }

    /** The words that mean something by themselves, numbers and dates left out: they are checked as such. */
    List<QueryWord> content() {
        return content;
    }

    /** Which of {@link #content} some of the claim's words are. */
    BitSet contentOf(List<Token> tokens) {
        var which = new BitSet();
        for (int i = 0; i < content.size(); i++) {
            QueryWord word = content.get(i);
            which.set(i, tokens.stream().anyMatch(token -> token.start() < word.end() && word.start() < token.end()));
        }
        return which;
    }

    Wording wording() {
        return wording;
    }

    Against against(Quotation quotation) {
        return against.computeIfAbsent(quotation, one -> new Against(this, one));
    }
}

package dev.sanad.answer;

import dev.sanad.answer.Evidence.Item;
import dev.sanad.article.Published;
import dev.sanad.index.Analysis;
import dev.sanad.retrieve.Lexicon;
import dev.sanad.retrieve.QueryWord;
import dev.sanad.retrieve.QueryWords;
import dev.sanad.text.DateFinder;
import dev.sanad.text.DateMention;
import dev.sanad.text.Language;
import dev.sanad.text.NumberFinder;
import dev.sanad.text.Quantity;
import dev.sanad.text.Skeleton;
import java.lang.Character.UnicodeScript;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All that one sentence of the evidence says, ready to be asked. */
final class Quotation {
    private static final int SHORTEST_SKELETON = 2;
    private final Item item;
    private final Supplier<Lexicon> lexicon;
    private final List<QuotedDate> dates;
    private final Map<BigDecimal, Set<String>> numbers = new HashMap<>();
    private final Set<String> units = new HashSet<>();
    private final Terms terms;
    private final Set<String> exact = new HashSet<>();
    private final Set<String> persianSkeletons = new HashSet<>();
    private final Set<String> latinSkeletons = new HashSet<>();
    private final int content;
    private final Language language;
    private final Wording wording;

    Quotation(
            Item item,
            Analysis analysis,
            QueryWords words,
            NumberFinder finder,
            DateFinder dateFinder,
            Supplier<Lexicon> lexicon) {
        this.lexicon = lexicon;
        this.item = item;
        String text = item.text();
        Published published = item.passage().head().published();
        LocalDate day = published == null ? null : published.day(ZoneOffset.UTC);
        this.dates = dateFinder.find(text).stream()
                .map(mention -> new QuotedDate(mention, day))
                .toList();
        List<Quantity> quantities = finder.find(text);
        for (Quantity number : quantities) {
            String unit = Units.beside(text, number.start(), number.end());
            numbers.computeIfAbsent(number.value(), value -> new HashSet<>()).add(unit == null ? "" : unit);
        }
        this.terms = Terms.of(analysis, text);
        List<QueryWord> read = words.of(text);
        read.forEach(this::addWord);
        this.content = read.size();
        this.language = Language.of(text);
        this.wording = Wording.of(text, read, quantities, dates);
    }

    private void addWord(QueryWord word) {
        exact.addAll(word.exact());
        String unit = Units.of(word.surface());
        if (unit != null) {
            units.add(unit);
        }
        String skeleton = Skeleton.of(word.surface());
        if (skeleton.length() >= SHORTEST_SKELETON) {
            // only a name is written in another script, and a Latin name has a capital
            if (!isLatin(word)) {
                persianSkeletons.add(skeleton);
            } else if (Character.isUpperCase(word.surface().charAt(0))) {
                latinSkeletons.add(skeleton);
            }
        }
    }

    static boolean isLatin(QueryWord word) {
        return UnicodeScript.of(word.surface().charAt(0)) == UnicodeScript.LATIN;
    }

    String text() {
        return item.text();
    }

    /** How many of its words mean something by themselves. */
    int content() {
        return content;
    }

    Language language() {
        return language;
    }

    Wording wording() {
        return wording;
    }

    boolean holds(DateMention claimed) {
        return dates.stream().anyMatch(date -> date.supports(claimed))
                || (claimed.year() != null
                        && claimed.month() == 0
                        && numbers.containsKey(new Quantity(BigDecimal.valueOf(claimed.year()), 0, 0, false).value()));
    }

    /** @param unit null when the claim's number has none that is known; then any will do */
    boolean holds(BigDecimal number, @Nullable String unit) {
        Set<String> found = numbers.get(number);
        return found != null && (unit == null || found.contains(unit) || found.contains(""));
    }

    boolean speaksOf(String unit) {
        return units.contains(unit)
                || (unit.equals("year")
                        && dates.stream().anyMatch(date -> date.mention().year() != null));
    }

    boolean holdsAddress(String address) {
        return text().toLowerCase(Locale.ROOT).contains(address.toLowerCase(Locale.ROOT));
    }

    boolean holds(QueryWord word) {
        if (terms.has(word)) {
            return true;
        }
        String skeleton = Skeleton.of(word.surface());
        boolean latin = isLatin(word);
        if (skeleton.length() >= SHORTEST_SKELETON && (latin ? persianSkeletons : latinSkeletons).contains(skeleton)) {
            return true;
        }
        if (latin == (language == Language.PERSIAN)) {
            return lexicon.get().of(word.light()).stream().anyMatch(terms.words()::containsAll);
        }
        return !latin
                && word.exact().stream()
                        .allMatch(part -> exact.stream().anyMatch(other -> Inflection.ofOneWord(part, other)));
    }
}

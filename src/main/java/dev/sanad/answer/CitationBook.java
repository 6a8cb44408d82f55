package dev.sanad.answer;

import dev.sanad.article.Passage;
import dev.sanad.article.Sentence;
import dev.sanad.retrieve.Printed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Numbers an answer's citations in the order in which they are first named. */
final class CitationBook {
    private record Key(String article, int start, int end) {}

    private final Map<Key, Citation> citations = new LinkedHashMap<>();
    private final Map<Key, Printed> known = new HashMap<>();
    private final BiFunction<Passage, Sentence, Printed> printings;

    /** @param printings where a sentence was printed first, and where else */
    CitationBook(BiFunction<Passage, Sentence, Printed> printings) {
        this.printings = printings;
    }

    /** A book of citations that nothing is known about but themselves. */
    static CitationBook ofWhatIsGiven() {
        return new CitationBook((passage, sentence) -> new Printed(passage, sentence, List.of()));
    }

    /** The number of the sentence's citation, which is made when it is new. */
    int number(Passage passage, Sentence sentence) {
        return number(passage, sentence, null);
    }

    /** @param highlight the part of the sentence that answers, counted from its beginning; null for none */
    int number(Passage passage, Sentence sentence, @Nullable Span highlight) {
        var cited = new Key(passage.id().article().value(), sentence.start(), sentence.end());
        Printed printed = printed(cited, passage, sentence);
        Sentence original = printed.sentence();
        var key = new Key(printed.passage().id().article().value(), original.start(), original.end());
        return citations
                .computeIfAbsent(
                        key,
                        k -> new Citation(
                                citations.size() + 1,
                                printed.passage().head(),
                                printed.passage().textOf(original),
                                original.start(),
                                original.end(),
                                highlight,
                                printed.copies()))
                .number();
    }

    /** Whether a citation has the whole sentence, be it under the article that printed it first. */
    boolean quotes(Passage passage, Sentence sentence) {
        var key = new Key(passage.id().article().value(), sentence.start(), sentence.end());
        Printed printed = printed(key, passage, sentence);
        return citations.values().stream()
                .anyMatch(citation ->
                        citation.article().id().equals(printed.passage().id().article())
                                && citation.start() <= printed.sentence().start()
                                && printed.sentence().end() <= citation.end());
    }

    /** Looking for reprints reads whole articles, so each sentence is looked for once. */
    private Printed printed(Key cited, Passage passage, Sentence sentence) {
        return known.computeIfAbsent(cited, key -> printings.apply(passage, sentence));
    }

    /** Those whose number is above {@code after}, in order. */
    List<Citation> since(int after) {
        return new ArrayList<>(citations.values()).subList(after, citations.size());
    }

    int size() {
        return citations.size();
    }

    List<Citation> all() {
        return List.copyOf(citations.values());
    }
}

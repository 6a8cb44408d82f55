package dev.sanad.answer;

import dev.sanad.article.Passage;
import dev.sanad.article.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers an answer's citations in the order in which they are first named. */
final class CitationBook {
    private record Key(String article, int start, int end) {}

    private final Map<Key, Citation> citations = new LinkedHashMap<>();

    /** The number of the sentence's citation, which is made when it is new. */
    int number(Passage passage, Sentence sentence) {
        return number(passage, sentence, null);
    }

    /** @param highlight the part of the sentence that answers, counted from its beginning; null for none */
    int number(Passage passage, Sentence sentence, @Nullable Span highlight) {
        var key = new Key(passage.id().article().value(), sentence.start(), sentence.end());
        return citations
                .computeIfAbsent(
                        key,
                        k -> new Citation(
                                citations.size() + 1,
                                passage.head(),
                                passage.textOf(sentence),
                                sentence.start(),
                                sentence.end(),
                                highlight))
                .number();
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

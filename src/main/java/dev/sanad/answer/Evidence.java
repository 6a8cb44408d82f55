package dev.sanad.answer;

import dev.sanad.article.ArticleHead;
import dev.sanad.article.ArticleId;
import dev.sanad.article.Passage;
import dev.sanad.article.PassageId;
import dev.sanad.article.Sentence;
import dev.sanad.retrieve.Hit;
import dev.sanad.text.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a model is shown: the sentences of the best passages, grouped by article, each with an id such as {@code 2.3}: the
 * third sentence shown of the second source.
 */
final class Evidence {
    private final List<Source> sources;

    /** An article and those of its sentences that are shown, in the order of its text. */
    record Source(int number, ArticleHead head, List<Item> items) {
        Source {
            items = List.copyOf(items);
        }
    }

    record Item(SentenceId id, Passage passage, Sentence sentence) {
        String text() {
            return passage.textOf(sentence);
        }
    }

    private Evidence(List<Source> sources) {
        this.sources = sources;
    }

    /**
     * Takes whole passages, best first, while they fit.
     *
     * @param budget characters; the first passage is taken even if it alone is longer
     */
    static Evidence of(List<Hit> hits, int budget) {
        Map<ArticleId, TreeMap<Integer, Item>> sentences = new LinkedHashMap<>();
        int used = 0;
        for (Hit hit : hits) {
            Passage passage = hit.passage();
            if (used > 0 && used + passage.text().length() > budget) {
                break;
            }
            used += passage.text().length();
            var article = sentences.computeIfAbsent(passage.id().article(), id -> new TreeMap<>());
            for (Sentence sentence : passage.sentences()) {
                article.putIfAbsent(sentence.start(), new Item(new SentenceId(0, 0), passage, sentence));
            }
        }
        var sources = new ArrayList<Source>();
        for (TreeMap<Integer, Item> article : sentences.values()) {
            int number = sources.size() + 1;
            var items = new ArrayList<Item>();
            for (Item item : article.values()) {
                items.add(new Item(new SentenceId(number, items.size() + 1), item.passage(), item.sentence()));
            }
            sources.add(new Source(number, items.getFirst().passage().head(), items));
        }
        return new Evidence(List.copyOf(sources));
    }

    /** Sentences that come without an article, none of them empty; they have the ids 1.1, 1.2, … */
    static Evidence ofSentences(List<String> texts) {
        var sentences = new ArrayList<Sentence>();
        int start = 0;
        for (String text : texts) {
            sentences.add(new Sentence(start, start + text.length()));
            start += text.length() + 1;
        }
        if (sentences.isEmpty()) {
            return new Evidence(List.of());
        }
        var article = new ArticleId("evidence");
        var head = new ArticleHead(article, "", Language.UNKNOWN.tag(), "", null, null);
        var passage = new Passage(new PassageId(article, 0), head, 0, String.join("\n", texts), sentences);
        var items = new ArrayList<Item>();
        for (Sentence sentence : sentences) {
            items.add(new Item(new SentenceId(1, items.size() + 1), passage, sentence));
        }
        return new Evidence(List.of(new Source(1, head, items)));
    }

    List<Source> sources() {
        return sources;
    }

    List<Item> items() {
        return sources.stream().flatMap(source -> source.items().stream()).toList();
    }

    /** Null when the model was shown no such sentence. */
    @Nullable Item find(SentenceId id) {
        if (id.source() < 1 || id.source() > sources.size()) {
            return null;
        }
        List<Item> items = sources.get(id.source() - 1).items();
        return id.sentence() < 1 || id.sentence() > items.size() ? null : items.get(id.sentence() - 1);
    }
}

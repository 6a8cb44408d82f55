package dev.sanad.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.article.ArticleHead;
import dev.sanad.article.ArticleId;
import dev.sanad.article.Passage;
import dev.sanad.article.PassageId;
import dev.sanad.article.Sentence;
import dev.sanad.llm.Deadline;
import dev.sanad.llm.LlmException;
import dev.sanad.llm.LlmException.Kind;
import dev.sanad.llm.Scorer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RerankerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Scores a passage by its text. */
    private static final class ByText implements Scorer {
        private final Map<String, Double> scores;
        private final List<List<String>> asked = new ArrayList<>();
        private boolean failing;
        private Duration patience = Duration.ZERO;

        ByText(Map<String, Double> scores) {
            this.scores = scores;
        }

        @Override
        public String name() {
            return "test:scores";
        }

        @Override
        public double[] scores(String question, List<String> passages, Deadline deadline) throws LlmException {
            asked.add(passages);
            patience = deadline.remaining();
            if (failing) {
                throw new LlmException(Kind.DEADLINE, "did not answer in time");
            }
            return passages.stream()
                    .mapToDouble(passage -> scores.getOrDefault(passage.substring(passage.length() - 1), 0.0))
                    .toArray();
        }

        @Override
        public void close() {}
    }

    private static Hit hit(String text, double score) {
        var id = new ArticleId(text);
        var head = new ArticleHead(id, "Title", "en", "", null, null);
        return new Hit(
                new Passage(new PassageId(id, 0), head, 0, text, List.of(new Sentence(0, text.length()))),
                score,
                new Features(0, 0, 0, 0, 0, 0));
    }

    private static List<Hit> hits(String texts) {
        var hits = new ArrayList<Hit>();
        for (int i = 0; i < texts.length(); i++) {
            hits.add(hit(texts.substring(i, i + 1), 10 - i));
        }
        return hits;
    }

    private static String texts(List<Hit> hits) {
        return hits.stream().map(hit -> hit.passage().text()).collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource({
        "abcd, 4, dcba",
        "abcd, 9, dcba",
        "abcd, 3, cbad",
        "abcd, 2, bacd",
        "abcd, 1, abcd",
        "abcd, 0, abcd",
        "xyab, 4, baxy",
        "a,    4, a",
        "'',   4, ''"
    })
    void putsWhatTheModelSeesInItsOrderAndLeavesTheRest(String before, int depth, String after) {
        var scorer = new ByText(Map.of("a", 1.0, "b", 2.0, "c", 3.0, "d", 4.0));
        List<Hit> reranked = new Reranker(scorer, depth, PATIENCE).rerank("?", hits(before));

        assertThat(texts(reranked)).isEqualTo(after);
        assertThat(reranked)
                .extracting(Hit::score)
                .isEqualTo(hits(before).stream().map(Hit::score).toList());
    }

    @Test
    void theModelSeesTitleAndTextOfTheBest() {
        var scorer = new ByText(Map.of());
        new Reranker(scorer, 2, PATIENCE).rerank("?", hits("abc"));

        assertThat(scorer.asked).containsExactly(List.of("Title\na", "Title\nb"));
        assertThat(scorer.patience).isPositive().isLessThanOrEqualTo(PATIENCE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aModelThatWouldSeeNothingToOrderIsNotAsked(int depth) {
        var scorer = new ByText(Map.of());
        new Reranker(scorer, depth, PATIENCE).rerank("?", hits("abc"));
        assertThat(scorer.asked).isEmpty();
    }

    @Test
    void aModelThatFailsLeavesTheFirstRankingAndIsNamedOnce() {
        var scorer = new ByText(Map.of("b", 1.0));
        var reranker = new Reranker(scorer, 4, PATIENCE);
        try (var log = new Logged(Reranker.class)) {
            scorer.failing = true;
            assertThat(reranker.rerank("?", hits("abc"))).isEqualTo(hits("abc"));
            assertThat(reranker.rerank("?", hits("abc"))).isEqualTo(hits("abc"));
            scorer.failing = false;
            assertThat(texts(reranker.rerank("?", hits("abc")))).isEqualTo("bac");
            assertThat(texts(reranker.rerank("?", hits("abc")))).isEqualTo("bac");

            assertThat(log.lines())
                    .containsExactly(
                            "WARN test:scores scores no passages (DEADLINE: did not answer in time); the first ranking"
                                    + " stands",
                            "INFO test:scores scores passages again");
        }
    }

    @Test
    void anInterruptIsRestoredAndLeavesTheFirstRanking() {
        var scorer = new Scorer() {
            @Override
            public String name() {
                return "test:interrupted";
            }

            @Override
            public double[] scores(String question, List<String> passages, Deadline deadline)
                    throws InterruptedException {
                throw new InterruptedException();
            }

            @Override
            public void close() {}
        };
        try (var log = new Logged(Reranker.class)) {
            assertThat(new Reranker(scorer, 4, PATIENCE).rerank("?", hits("ab")))
                    .isEqualTo(hits("ab"));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(log.lines()).isEmpty();
        }
    }
}

package dev.sanad.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.article.Article;
import dev.sanad.llm.LlmException;
import dev.sanad.llm.LlmException.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ranking by words and meaning together, with vectors made by hand: every question's is the first axis. */
class HybridRetrievalTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String MODEL = "test:model";
    private static final int DIMENSION = 4;
    private final HandMadeVectors vectors = new HandMadeVectors(MODEL, DIMENSION);
    private final ScriptedEmbedder embedder = new ScriptedEmbedder(MODEL, question -> HandMadeVectors.at(1, DIMENSION));

    @TempDir
    Path folder;

    private Article article(String id, String text, double cosine, @Nullable String day) {
        return vectors.with(SmallIndex.article(id, "", text, day), HandMadeVectors.at(cosine, DIMENSION));
    }

    private void index(Article... articles) throws IOException {
        SmallIndex.write(folder, vectors, List.of(articles));
    }

    private List<String> ask(String question, @Nullable ScriptedEmbedder model) throws IOException {
        var planner = new QueryPlanner(SmallIndex.ANALYSIS);
        var asked = model == null ? null : new QuestionVectors(model, Duration.ofSeconds(3));
        try (var searcher = ArchiveSearcher.open(folder)) {
            return searcher
                    .retriever(SmallIndex.ANALYSIS, ZoneId.of("Asia/Tehran"), Ranking.fitted(), asked, null)
                    .retrieve(planner.plan(question, TODAY), 5)
                    .hits()
                    .stream()
                    .map(hit -> hit.passage().id().article().value())
                    .toList();
        }
    }

    @Test
    void findsByMeaningWhatSharesNoWordWithTheQuestion() throws IOException {
        index(
                article("words", "قیمت بنزین بالا رفت.", 0.75, null),
                article("meaning", "نرخ سوخت افزایش یافت.", 0.95, null),
                article("neither", "باران بارید.", 0.5, null));

        assertThat(ask("گرانی گازوئیل", embedder)).containsExactly("meaning", "words", "neither");
        assertThat(ask("گرانی گازوئیل", null)).isEmpty();
        assertThat(embedder.asked()).containsExactly("گرانی گازوئیل");
    }

    @Test
    void wordsDecideBetweenPassagesOfOneMeaning() throws IOException {
        index(article("other", "قیمت نان بالا رفت.", 0.9, null), article("asked", "قیمت بنزین بالا رفت.", 0.9, null));

        assertThat(ask("بنزین", embedder)).containsExactly("asked", "other");
    }

    @Test
    void aPassageWithoutAVectorYetIsNotPushedDown() throws IOException {
        index(
                article("half", "قیمت نان بالا رفت.", 0.9, null),
                SmallIndex.article("new", "", "قیمت بنزین بالا رفت."),
                article("far", "باران بارید.", 0.8, null));

        assertThat(ask("قیمت بنزین", embedder)).containsExactly("new", "half", "far");
    }

    @Test
    void whileNoPassageHasAVectorTheWordsAnswerAsWithoutAModel() throws IOException {
        index(SmallIndex.article("a", "", "قیمت بنزین بالا رفت."), SmallIndex.article("b", "", "قیمت نان بالا رفت."));

        assertThat(ask("قیمت بنزین", embedder))
                .isEqualTo(ask("قیمت بنزین", null))
                .containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource({"test:another, 4", "test:model, 8"})
    void aModelOfAnotherNameOrDimensionLeavesTheQuestionToItsWords(String model, int dimension) throws IOException {
        index(
                article("meaning", "نرخ سوخت افزایش یافت.", 0.99, null),
                article("words", "قیمت بنزین بالا رفت.", 0.1, null),
                article("fewer", "قیمت نان بالا رفت.", 0.9, null));
        var other = new ScriptedEmbedder(model, question -> HandMadeVectors.at(1, dimension));

        assertThat(ask("قیمت بنزین", other)).containsExactly("words", "fewer");
        assertThat(other.asked()).hasSize(1);
    }

    @Test
    void aModelThatFailsLeavesTheQuestionToItsWords() throws IOException {
        index(
                article("meaning", "نرخ سوخت افزایش یافت.", 0.99, null),
                article("words", "قیمت بنزین بالا رفت.", 0.1, null));
        var down = new ScriptedEmbedder(MODEL, question -> {
            throw new LlmException(Kind.UNREACHABLE, "cannot be reached");
        });
        try (var log = new Logged(QuestionVectors.class)) {
            assertThat(ask("قیمت بنزین", down)).containsExactly("words");
            assertThat(log.lines()).hasSize(1);
        }
    }

    @Test
    void aTimeWindowHoldsForWordsAndMeaning() throws IOException {
        index(
                article("words before", "قیمت بنزین بالا رفت.", 0.2, "2015-06-21"),
                article("meaning before", "نرخ سوخت افزایش یافت.", 0.99, "2015-06-21"),
                article("words within", "قیمت بنزین بالا رفته است.", 0.2, "2015-06-22"),
                article("meaning within", "نرخ سوخت بیشتر شد.", 0.98, "2015-07-22"),
                article("undated", "بهای سوخت بیشتر شد.", 0.98, null));

        assertThat(ask("قیمت بنزین در تیر ۱۳۹۴", embedder)).containsExactlyInAnyOrder("words within", "meaning within");
    }

    @Test
    void aTimeAloneNeedsNoModel() throws IOException {
        index(article("a", "قیمت بنزین بالا رفت.", 0.9, "2015-06-22"));

        assertThat(ask("در تیر ۱۳۹۴ چه شد؟", embedder)).containsExactly("a");
        assertThat(embedder.asked()).isEmpty();
    }
}

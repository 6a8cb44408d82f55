package dev.sanad.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanad.article.Article;
import dev.sanad.article.ArticleHead;
import dev.sanad.article.ArticleId;
import dev.sanad.ingest.ArticleReaders;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCorpusTest {
    private static Article article(String text) {
        return Article.of(new ArticleHead(new ArticleId("a"), "", "fa", "", null, null), text);
    }

    @Test
    void countsTheWordsOfItsPersianSentences() throws Exception {
        BenchCorpus corpus = BenchCorpus.of(
                List.of(article("باران در تهران بارید. برف در تهران نبارید.\nRain fell on the town. کوتاه است.")));

        assertThat(corpus.sentences()).containsExactly("باران در تهران بارید.", "برف در تهران نبارید.");
        assertThat(corpus.words()).isEqualTo(8);
        assertThat(corpus.vocabulary()).hasSize(6).isSorted();
        assertThat(corpus.once()).isEqualTo(4);
    }

    @Test
    void anotherSentenceIsAnotherCorpus() throws Exception {
        String one = BenchCorpus.of(List.of(article("باران در تهران بارید."))).sha256();

        assertThat(BenchCorpus.of(List.of(article("باران در تهران بارید."))).sha256())
                .isEqualTo(one);
        assertThat(BenchCorpus.of(List.of(article("باران در شیراز بارید."))).sha256())
                .isNotEqualTo(one);
    }

    @Test
    void oneWithoutPersianIsRefused() {
        assertThatThrownBy(() -> BenchCorpus.of(List.of(article("Rain fell on the town."))))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("--corpus");
    }

    @Test
    void oneThatIsNotThereIsNamed(@TempDir Path folder) {
        Path missing = folder.resolve("missing.jsonl");

        assertThatThrownBy(() -> BenchCorpus.read(List.of(missing), new ArticleReaders(ZoneOffset.UTC)))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining(missing.toString());
    }
}

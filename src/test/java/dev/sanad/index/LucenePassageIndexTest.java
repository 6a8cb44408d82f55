package dev.sanad.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanad.article.Article;
import dev.sanad.article.ArticleHead;
import dev.sanad.article.ArticleId;
import dev.sanad.article.Passage;
import dev.sanad.article.Published;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LucenePassageIndexTest {
    private static final Published DAY = new Published.On(LocalDate.of(2015, 7, 13));

    @TempDir
    Path temporary;

    private Path folder = Path.of("");

    @BeforeEach
    void nameTheFolder() {
        folder = temporary.resolve("index");
    }

    private LucenePassageIndex open() throws IOException {
        return LucenePassageIndex.open(folder, new Analysis());
    }

    private static Article article(String id, String text) {
        return article(id, text, null, null);
    }

    private static Article article(String id, String text, @Nullable URI url, @Nullable Published published) {
        return Article.of(new ArticleHead(new ArticleId(id), "عنوان «" + id + "»", "fa", "منبع", url, published), text);
    }

    private static List<Passage> passages(Article... articles) {
        var passages = new ArrayList<Passage>();
        for (Article article : articles) {
            passages.addAll(new Segmenter().passages(article));
        }
        return passages;
    }

    /** What a search sees: the passages of the last commit. */
    private List<Passage> committed() throws IOException {
        try (var directory = FSDirectory.open(folder);
                var reader = DirectoryReader.open(directory)) {
            StoredFields stored = reader.storedFields();
            var passages = new ArrayList<Passage>();
            for (var hit : new IndexSearcher(reader).search(MatchAllDocsQuery.INSTANCE, 1_000).scoreDocs) {
                passages.add(PassageDocuments.passage(stored.document(hit.doc)));
            }
            return passages;
        }
    }

    @Test
    void givesAPassageBackAsItWas() throws IOException {
        Article whole =
                article("a", "جملهٔ یکم. جملهٔ دوم!\n\n\uD83D\uDE00 سوم", URI.create("https://a.example/x?y=۱"), DAY);
        Article timed = article("b", "متن.", null, new Published.At(Instant.parse("2015-07-13T20:30:00.250Z")));
        Article bare = article("c", "کلمه ".repeat(600));
        try (var index = open()) {
            index.update(List.of(whole, timed, bare), List.of());
            index.commit(1);
        }
        assertThat(committed()).containsExactlyInAnyOrderElementsOf(passages(whole, timed, bare));
    }

    @Test
    void replacesAllPassagesOfAnArticle() throws IOException {
        Article other = article("b", "دیگر.");
        Article after = article("a", "کوتاه.");
        try (var index = open()) {
            index.update(List.of(article("a", "جمله‌ای دراز. ".repeat(300)), other), List.of());
            index.commit(1);
            index.update(List.of(after), List.of());
            index.commit(2);
        }
        assertThat(committed()).containsExactlyInAnyOrderElementsOf(passages(after, other));
    }

    @Test
    void removesAnArticle() throws IOException {
        Article kept = article("b", "دیگر.");
        try (var index = open()) {
            index.update(List.of(article("a", "متن."), kept), List.of());
            index.commit(1);
            index.update(List.of(), List.of(new ArticleId("a"), new ArticleId("never was")));
            index.commit(2);
        }
        assertThat(committed()).isEqualTo(passages(kept));
    }

    @Test
    void anArticleThatLostItsTextLosesItsPassages() throws IOException {
        try (var index = open()) {
            index.update(List.of(article("a", "متن.")), List.of());
            index.commit(1);
            index.update(List.of(article("a", " \n")), List.of());
            index.commit(2);
        }
        assertThat(committed()).isEmpty();
    }

    @Test
    void showsNothingBeforeItIsCommitted() throws IOException {
        try (var index = open()) {
            index.update(List.of(article("a", "یک.")), List.of());
            index.commit(1);
            index.update(List.of(article("b", "دو.")), List.of());
            assertThat(committed()).hasSize(1);
            index.commit(2);
            assertThat(committed()).hasSize(2);
        }
    }

    @Test
    void losesWhatWasNotCommittedWhenItIsClosed() throws IOException {
        try (var index = open()) {
            index.update(List.of(article("a", "یک.")), List.of());
            index.commit(1);
            index.update(List.of(article("b", "دو.")), List.of(new ArticleId("a")));
        }
        assertThat(committed()).isEqualTo(passages(article("a", "یک.")));
        assertThat(LucenePassageIndex.committedRevision(folder)).isEqualTo(1);
    }

    @Test
    void keepsTheRevisionWithTheCommit() throws IOException {
        assertThat(LucenePassageIndex.committedRevision(folder)).isZero();
        assertThat(Files.exists(folder)).isFalse();
        try (var index = open()) {
            assertThat(index.revision()).isZero();
            index.commit(7);
            assertThat(index.revision()).isEqualTo(7);
            index.commit(9);
        }
        assertThat(LucenePassageIndex.committedRevision(folder)).isEqualTo(9);
        try (var index = open()) {
            assertThat(index.revision()).isEqualTo(9);
        }
    }

    @Test
    void hasOneWriter() throws IOException {
        try (var index = open()) {
            assertThat(index.revision()).isZero();
            assertThatThrownBy(this::open).isInstanceOf(LockObtainFailedException.class);
        }
        open().close();
    }

    @Test
    void mergesThatWereAwaitedAreInTheNextCommit() throws IOException {
        int commits = 20;
        try (LucenePassageIndex index = open()) {
            for (int i = 1; i <= commits; i++) {
                index.update(List.of(article("a" + i, "باران بارید.")), List.of());
                index.commit(i);
            }
            index.awaitMerges();
            index.commit(commits + 1);
        }

        try (var directory = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            assertThat(reader.numDocs()).isEqualTo(commits);
            assertThat(reader.leaves()).hasSizeLessThan(commits);
        }
    }
}

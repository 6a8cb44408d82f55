package dev.sanad.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.article.Article;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.apache.lucene.search.TopDocs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is searched for which words. */
class CandidatesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        باران برف      ; light:باران light:برف
        باران باران    ; (light:باران)^2.0
        بنیان‌گذار     ; (+light:بنیانگذار -(#light:بنیان #light:گذار)) light:بنیان light:گذار
        سیستم عامل     ; (+light:سیستمعامل -(#light:سیستم))^0.9 (+light:سیستمعامل -(#light:عامل))^0.9 light:سیستم light:عامل
        کارگروه        ; light:کارگروه
        کار گروه       ; (light:کارگروه)^1.8
        هلی‌کوپتر      ; light:هلیکوپ (light:هلیکپ)^0.9
        ۵۰             ; light:50 (light:پنجاه)^0.9
        بارانزا        ; (trunc4:بارا)^0.6
        تک‌کتابستان    ; (light:تک)^0.6 (trunc4:کتاب)^0.6 (light:کتاب)^0.6
        Hasanov        ; (names_fa:snf)^0.8
        باران Iran     ; light:باران ((names_fa:rn)^0.8 | (light:ایران)^0.7)
        """)
    void theWaysToAWordAreSummedAndGuessesCountByTheBestOne(String question, String expected) throws IOException {
        try (var index = SmallIndex.of(
                folder,
                SmallIndex.article("a", "", "باران و برف در ایران. پنجاه کارگروه."),
                SmallIndex.article(
                        "b", "", "بنیان‌گذار، سیستم‌عامل و 50. حسنوف آمد. تک کتاب، کتابخانه. هلیکوپتر، هلیکپتر."))) {
            var candidates = new Candidates(new TermDictionary(index.searcher()));
            assertThat(candidates.query(index.read(question)).toString()).isEqualTo(expected);
        }
    }

    /** More passages have a part of the word than are looked at; the one that writes it as one is the best all the same. */
    @Test
    void whatWritesACompoundAsOneWordIsFoundAmongManyThatHaveAPart() throws IOException {
        var articles = new ArrayList<Article>();
        for (int i = 0; i < 80; i++) {
            articles.add(SmallIndex.article("part" + i, "", "بنیان خانواده."));
        }
        articles.add(SmallIndex.article("both", "", "بنیان‌گذار آمد."));
        articles.add(SmallIndex.article("whole", "", "بنیانگذار آمد."));
        for (int i = 0; i < 200; i++) {
            articles.add(SmallIndex.article("other" + i, "", "ابر باران."));
        }
        try (var index = SmallIndex.of(folder, articles.toArray(Article[]::new))) {
            var candidates = new Candidates(new TermDictionary(index.searcher()));
            TopDocs found = index.searcher().search(candidates.query(index.read("بنیان‌گذار")), 2);
            assertThat(Stream.of(found.scoreDocs).map(hit -> hit.doc)).containsExactlyInAnyOrder(80, 81);
        }
    }
}

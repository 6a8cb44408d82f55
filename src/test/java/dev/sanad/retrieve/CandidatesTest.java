package dev.sanad.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
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
        بنیان‌گذار     ; light:بنیان light:گذار (light:بنیانگذار)^0.3
        سیستم عامل     ; light:سیستم (light:سیستمعامل)^0.54 light:عامل
        کارگروه        ; light:کارگروه
        کار گروه       ; (light:کارگروه)^1.8
        ۵۰             ; light:50 (light:پنجاه)^0.9
        بارانزا        ; (trunc4:بارا)^0.6
        Hasanov        ; (names_fa:snf)^0.8
        باران Iran     ; light:باران ((names_fa:rn)^0.8 | (light:ایران)^0.7)
        """)
    void theWaysToAWordAreSummedAndGuessesCountByTheBestOne(String question, String expected) throws IOException {
        try (var index = SmallIndex.of(
                folder,
                SmallIndex.article("a", "", "باران و برف در ایران. پنجاه کارگروه."),
                SmallIndex.article("b", "", "بنیان‌گذار، سیستم‌عامل و 50. حسنوف آمد."))) {
            var candidates = new Candidates(new TermDictionary(index.searcher()));
            assertThat(candidates.query(index.read(question)).toString()).isEqualTo(expected);
        }
    }
}

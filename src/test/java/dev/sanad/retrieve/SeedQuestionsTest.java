package dev.sanad.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.article.Article;
import dev.sanad.index.Analysis;
import dev.sanad.index.LucenePassageIndex;
import dev.sanad.ingest.ArticleReaders;
import dev.sanad.ingest.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions about the seeds, as readers type them, find their articles first. */
class SeedQuestionsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String QUESTIONS = "/dev/sanad/retrieve/seed-questions.csv";
    private static final Analysis ANALYSIS = new Analysis();

    @TempDir
    static Path folder = Path.of("");

    @BeforeAll
    static void indexTheSeeds() throws IOException {
        try (var index = LucenePassageIndex.open(folder, ANALYSIS)) {
            index.update(seeds(), List.of());
            index.commit(1);
        }
    }

    private static List<Article> seeds() throws IOException {
        var readers = new ArticleReaders(ZoneId.of("Asia/Tehran"));
        var articles = new ArrayList<Article>();
        try (Stream<Path> files = Files.list(Path.of("seeds"))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                var reader = Objects.requireNonNull(readers.forPath(name));
                articles.addAll(reader.read(SourceFile.of(name, Files.readAllBytes(file)))
                        .articles());
            }
        }
        return articles;
    }

    private static void check(String question, String expected) throws IOException {
        try (var searcher = ArchiveSearcher.open(folder)) {
            Retrieval retrieval = searcher.retriever(ANALYSIS, ZoneId.of("Asia/Tehran"), Ranking.fitted(), null, null)
                    .retrieve(new QueryPlanner(ANALYSIS).plan(question, TODAY), 5);
            assertThat(retrieval.hits()).isNotEmpty();
            assertThat(retrieval.hits().getFirst().passage().id().article().value())
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = QUESTIONS, delimiter = '|')
    void findTheirSeed(String question, String expected) throws IOException {
        check(question, expected);
    }

    @ParameterizedTest
    @CsvFileSource(resources = QUESTIONS, delimiter = '|')
    void findTheirSeedInArabicLetters(String question, String expected) throws IOException {
        check(question.replace('ی', 'ي').replace('ک', 'ك'), expected);
    }

    @ParameterizedTest
    @CsvFileSource(resources = QUESTIONS, delimiter = '|')
    void findTheirSeedWithoutZwnj(String question, String expected) throws IOException {
        check(question.replace("\u200C", ""), expected);
    }

    @ParameterizedTest
    @CsvFileSource(resources = QUESTIONS, delimiter = '|')
    void findTheirSeedWithASpaceForEachZwnj(String question, String expected) throws IOException {
        check(question.replace('\u200C', ' '), expected);
    }

    @ParameterizedTest
    @CsvFileSource(resources = QUESTIONS, delimiter = '|')
    void findTheirSeedWithWhatIsNotSeenInThem(String question, String expected) throws IOException {
        check("\u202B" + question.replace(" ", " \u200F").replace("ار", "اـر") + "\u202C", expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        یورو 124 هزار و 900 تومان                | fa-currency-market.md
        یورو ۱۲۴ هزار و ۹۰۰ تومان                | fa-currency-market.md
        یورو ١٢٤ هزار و ٩٠٠ تومان                | fa-currency-market.md
        412 فیلم از 37 کشور به کجا رسید؟         | fa-film-festival.md
        ۴۱۲ فیلم از ۳۷ کشور به کجا رسید؟         | fa-film-festival.md
        چه کسی 300 چادر و 1200 پتو پخش کرد؟      | fa-quake-sangdasht.md
        چه کسی ۳۰۰ چادر و ۱٬۲۰۰ پتو پخش کرد؟     | fa-quake-sangdasht.md
        Who handed out ۱٬۲۰۰ blankets?           | en-quake-kerman.md
        """)
    void findTheirSeedByNumbersInAnyDigits(String question, String expected) throws IOException {
        check(question, expected);
    }
}

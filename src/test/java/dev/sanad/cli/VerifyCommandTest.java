package dev.sanad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sanad.answer.QuotationFinder;
import dev.sanad.cli.Sanad.Run;
import dev.sanad.store.ArchiveLock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
    private static final String SEEDS = Sanad.HOME.resolve("seeds").toString();
    private static final String EXACT = "طرح ايران براي يمن چهار ماده دارد";
    private static final String NEAR = "A round trip will cost 27 dollars, and children will travel free of charge";

    @TempDir
    private Path archive;

    private Run verify(String... arguments) {
        List<String> all = new ArrayList<>(List.of("verify", "--archive", archive.toString(), "--source", SEEDS));
        all.addAll(List.of(arguments));
        return new Sanad().run(all.toArray(String[]::new));
    }

    private JsonNode json(String text) throws IOException {
        Run run = verify("--json", text);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().strip().lines()).hasSize(1);
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void everyKeyOfTheJsonObjectIsThere() throws IOException {
        for (String text : List.of(EXACT, NEAR, "This was never written by anyone in the world", "of the")) {
            JsonNode object = json(text);
            assertThat(object.fieldNames()).toIterable().containsExactly("status", "matches");
            for (JsonNode match : object.get("matches")) {
                assertThat(match.fieldNames())
                        .toIterable()
                        .containsExactly("article", "title", "published", "quote", "start", "end", "differences");
            }
        }
    }

    @Test
    void anExactQuotationIsTheTextThatShowShows() throws IOException {
        JsonNode object = json(EXACT);
        JsonNode match = object.get("matches").get(0);

        Run shown = new Sanad()
                .run(
                        "show",
                        "--json",
                        "--archive",
                        archive.toString(),
                        match.get("article").asText());

        assertThat(object.get("status").asText()).isEqualTo("exact");
        assertThat(match.get("differences")).isEmpty();
        assertThat(new ObjectMapper()
                        .readTree(shown.out())
                        .get("text")
                        .asText()
                        .substring(match.get("start").asInt(), match.get("end").asInt()))
                .isEqualTo(match.get("quote").asText())
                .isEqualTo("طرح ایران برای یمن چهار ماده دارد");
    }

    @Test
    void aNearQuotationNamesWhatDiffersInOrder() throws IOException {
        JsonNode object = json(NEAR);

        assertThat(object.get("status").asText()).isEqualTo("near");
        assertThat(object.get("matches").get(0).get("differences"))
                .hasToString("[{\"kind\":\"changed\",\"given\":\"27\",\"found\":\"24\"},"
                        + "{\"kind\":\"missing\",\"given\":\"\",\"found\":\"under six\"}]");
    }

    @Test
    void aReaderSeesWhatDiffersAndWhereItStands() {
        assertThat(verify(NEAR).out()).isEqualTo("""
                        The archive has something close to this:

                        «A round trip will cost 24 dollars, and children under six will travel free of charge»
                          • “27”: the article has “24”
                          • “under six”: left out of the quotation
                        Published in:
                          • Two lake republics agree to restart ferry after eleven years · Plateau Wire · 19 August 2025
                            https://plateau-wire.example/2025/08/19/lake-oren-ferry
                        """);
    }

    @Test
    void whatIsNotThereIsSaidInTheLanguageOfTheQuotationWithWhatWasSearched() {
        Run run = verify("وزیر نیرو از آغاز ساخت سه نیروگاه تازه خبر داد");

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("این نقل‌قول در بایگانی نیست").contains("۱۴");
    }

    @Test
    void whatIsTooShortToTellIsSaidBesideTheObject() throws IOException {
        Run run = verify("--json", "of the");

        assertThat(run.out()).isEqualTo("{\"status\":\"not_found\",\"matches\":[]}\n");
        assertThat(run.err()).startsWith("This is too short to tell.");
    }

    @Test
    void aTextThatIsTooLongIsWrongUsage() {
        Run run = verify("--json", "x".repeat(QuotationFinder.MOST_CHARACTERS + 1));

        assertThat(run.code()).isEqualTo(Main.WRONG);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("at most 4096 characters").contains("4097");
    }

    @Test
    void whileAnotherProcessWritesItReadsTheLastCommitOrAsksToWait() throws Exception {
        try (ArchiveLock held = ArchiveLock.tryAcquire(archive)) {
            assertThat(held).isNotNull();
            assertThat(verify(EXACT).code()).isEqualTo(Main.UNAVAILABLE);
        }
        verify(EXACT);
        try (ArchiveLock held = ArchiveLock.tryAcquire(archive)) {
            assertThat(held).isNotNull();
            assertThat(verify(EXACT).out()).contains("بایگانی همین حالا به‌روز می‌شود");
        }
    }
}

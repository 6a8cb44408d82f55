package dev.sanad.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrecFilesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"a-1, a-1", "a b, a%20b", "50%, 50%25", "خبر ۱, خبر%20۱", "'a\u00A0b', a%C2%A0b"})
    void whatIsBlankInAnIdIsWrittenAsHexadecimalDigits(String id, String safe) {
        assertThat(TrecFiles.safe(id)).isEqualTo(safe);
    }

    @Test
    void equalScoresKeepTheirOrderAndUnrankedQueriesAreLeftOut() throws Exception {
        var ranking = new Ranking(
                List.of(new Ranked("z 1", 2), new Ranked("b", 2), new Ranked("a", 2), new Ranked("c", 5)), null);
        var query = new Query("q", "x", Set.of("b"), null, "");
        var none = new Query("none", "x", Set.of("b"), List.of(), "");
        RunFolder run = RunFolder.create(folder, List.of(query, none));

        TrecFiles.write(run, List.of(new Outcome(query, ranking, null, 1), new Outcome(none, ranking, null, 1)));

        List<String> lines = Files.readAllLines(folder.resolve("run.trec"));
        assertThat(lines).hasSize(4).first().isEqualTo("q Q0 z%201 1 2.0 sanad");
        float[] scores = new float[lines.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Float.parseFloat(lines.get(i).split(" ")[4]);
            assertThat(i == 0 || scores[i] < scores[i - 1])
                    .as(Arrays.toString(scores))
                    .isTrue();
        }
        assertThat(folder.resolve("qrels.trec")).content().isEqualTo("q 0 b 1\n");
    }
}

package dev.sanad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.index.Segmenter;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the level of the support check on {@code seed-claims.txt}: what it lets through and what it drops, name by name. */
class SeedClaimsTest {
    private static SeedArchive seeds;
    private static List<SeedClaim> claims;

    private record SeedClaim(boolean isTrue, String article, String text) {
        static SeedClaim of(String line) {
            String[] parts = line.split("\\|");
            return new SeedClaim(parts[0].strip().equals("true"), parts[2].strip(), parts[3].strip());
        }
    }

    @BeforeAll
    static void read(@TempDir Path folder) throws Exception {
        seeds = new SeedArchive(folder);
        try (InputStream in = Objects.requireNonNull(SeedClaimsTest.class.getResourceAsStream("seed-claims.txt"))) {
            claims = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(SeedClaim::of)
                    .toList();
        }
    }

    @AfterAll
    static void close() throws Exception {
        seeds.close();
    }

    private static boolean isSupported(SeedClaim claim) {
        List<String> evidence = new Segmenter()
                .passages(seeds.article(claim.article())).stream()
                        .flatMap(passage -> passage.sentences().stream().map(passage::textOf))
                        .toList();
        return new ClaimCheck(new SupportCheck(seeds.analysis))
                .check(claim.text(), evidence)
                .supported();
    }

    @Test
    void ofTheAlteredClaimsOnlyTheseAreLetThrough() {
        assertThat(claims.stream().filter(claim -> !claim.isTrue())).hasSizeGreaterThan(80);
        assertThat(claims.stream()
                        .filter(claim -> !claim.isTrue() && isSupported(claim))
                        .map(SeedClaim::text))
                .containsExactlyInAnyOrder(
                        "ترکیب تازه دو سویه از نوع B و یک سویه از نوع A را در بر می‌گیرد.",
                        "لیلا فرهمند گونهٔ تازه را یادگار زنده‌ای از دورهٔ یخبندان خواند.",
                        "Emil Dravic said a lake should join those who live on its shores.",
                        "Jonas Albrecht put the price of a ten-kilowatt-hour unit at 1,450 euros.");
    }

    @Test
    void ofTheFaithfulClaimsNoneIsDropped() {
        assertThat(claims.stream().filter(SeedClaim::isTrue)).hasSizeGreaterThan(60);
        assertThat(claims.stream()
                        .filter(claim -> claim.isTrue() && !isSupported(claim))
                        .map(SeedClaim::text))
                .isEmpty();
    }
}

package dev.sanad.cli;

import dev.sanad.article.ArticleId;
import dev.sanad.eval.DataException;
import dev.sanad.eval.Query;
import dev.sanad.ingest.ArchiveWriter;
import dev.sanad.ingest.SyncReport;
import dev.sanad.llm.Embedder;
import dev.sanad.store.ArticleStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The archive that holds what is measured, apart from the reader's own. */
final class EvalArchive {
    private static final int NAME = 16;

    private EvalArchive() {}

    /** The one that --archive names; else one below the configured archive, named by the corpora's paths. */
    static Path folder(App app, CommonOptions options, List<Path> corpora) throws UsageException {
        for (Path corpus : corpora) {
            if (!Files.exists(corpus)) {
                throw new UsageException("--corpus " + corpus + " does not exist; name a file with articles.");
            }
        }
        Path archive = app.settings().archive();
        return options.namesArchive()
                ? archive
                : archive.resolve("eval").resolve(hash(absolute(corpora)).substring(0, NAME));
    }

    private static List<Path> absolute(List<Path> corpora) {
        return corpora.stream()
                .map(corpus -> corpus.toAbsolutePath().normalize())
                .distinct()
                .toList();
    }

    private static String hash(List<Path> paths) {
        String names = paths.stream().map(Path::toString).sorted().collect(Collectors.joining("\n"));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(names.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * Reads what is new or changed in the corpora; what is unchanged costs nothing.
     *
     * @param embedder null to leave vectors alone
     */
    static ArticleStore bringUpToDate(App app, Path archive, List<Path> corpora, @Nullable Embedder embedder)
            throws IOException, DataException, UnavailableException, InterruptedException {
        List<Path> sources = absolute(corpora);
        try (ArchiveWriter writer = app.writer(archive)) {
            if (writer == null) {
                throw new UnavailableException("Another process is writing the archive " + archive
                        + "; wait until it is done, or name another with --archive.");
            }
            var articles = new ArticleStore(writer.database());
            SyncReport report = writer.synchronise(sources, new TerminalProgress());
            report.warnings().forEach(warning -> System.err.println("note: " + warning));
            if (!report.failures().isEmpty()) {
                throw DataException.of(
                        "The corpora were not read whole:",
                        report.failures().stream().map(Object::toString).toList());
            }
            tellOfOtherSources(articles, archive, sources);
            if (embedder != null && Embedding.all(writer, embedder) != Main.OK) {
                throw new UnavailableException(
                        "Without all vectors there is nothing to measure; mend what is named above,"
                                + " or rank by words with --set embedding.provider=none.");
            }
            return articles;
        }
    }

    private static void tellOfOtherSources(ArticleStore articles, Path archive, List<Path> sources) {
        Map<String, Integer> others = new HashMap<>(articles.origins());
        sources.forEach(source -> others.remove(source.toString()));
        int number = others.values().stream().mapToInt(Integer::intValue).sum();
        if (number > 0) {
            System.err.println("note: the archive " + archive + " also holds " + number + " articles from "
                    + String.join(", ", others.keySet())
                    + ", which are ranked among the corpora's; an --archive of its own keeps both apart");
        }
    }

    /** Every article that a ranking should find must be there to be found. */
    static void requireGold(ArticleStore articles, List<Query> queries) throws DataException {
        Map<String, Boolean> known = new HashMap<>();
        var missing = new ArrayList<String>();
        for (Query query : queries) {
            for (String gold : query.isRanked() ? query.gold() : Set.<String>of()) {
                if (!known.computeIfAbsent(gold, id -> articles.contains(new ArticleId(id)))) {
                    missing.add(query.place() + ": the corpora have no article " + gold);
                }
            }
        }
        if (!missing.isEmpty()) {
            throw DataException.of("The gold of some queries is missing:", missing);
        }
    }
}

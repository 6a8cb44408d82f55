package dev.sanad.ingest;

import dev.sanad.article.Article;
import dev.sanad.article.ArticleHead;
import dev.sanad.article.ArticleId;
import dev.sanad.store.ArticleBatch;
import dev.sanad.store.ArticleBatch.Stored;
import dev.sanad.store.ArticleStore;
import dev.sanad.store.FileStamp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Brings the database up to date with sources, and the index after it, in batches that are committed every few seconds.
 * A file whose size and time are as they were is not opened; one whose bytes are as they were is not parsed. For one run.
 */
final class Synchroniser {
    private static final int BATCH = 2_000;
    private final ArticleStore store;
    private final IndexUpdater index;
    private final ArticleReaders readers;
    private final Progress progress;
    private final List<Refusal> failures = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private int added;
    private int changed;
    private int removed;
    private int unchangedFiles;
    private int inBatch;
    private long batchBegan;
    private @Nullable ArticleBatch open;

    Synchroniser(ArticleStore store, IndexUpdater index, ArticleReaders readers, Progress progress) {
        this.store = store;
        this.index = index;
        this.readers = readers;
        this.progress = progress;
    }

    /** The batch under way; the database is locked for other writers only while there is one. */
    private ArticleBatch batch() {
        ArticleBatch batch = open;
        if (batch == null) {
            inBatch = 0;
            batchBegan = System.nanoTime();
            batch = store.begin();
            open = batch;
        }
        return batch;
    }

    SyncReport run(List<Path> sources) throws IOException {
        try {
            // what is gone goes first, so that an article that has moved finds its id free
            var listed = new ArrayList<Listed>();
            for (Path source : sources) {
                try {
                    listed.add(list(source));
                } catch (SourceUnavailableException e) {
                    failures.add(new Refusal(source.toString(), String.valueOf(e.getMessage())));
                }
            }
            long bytes = listed.stream()
                    .flatMap(source -> source.unread().stream())
                    .mapToLong(SourceFiles.Entry::size)
                    .sum();
            try (Progress.Task task = progress.begin(Progress.Kind.READING, bytes)) {
                for (Listed source : listed) {
                    for (SourceFiles.Entry entry : source.unread()) {
                        read(source, entry);
                        task.step(entry.size());
                    }
                }
            }
            commit();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            if (open != null) {
                open.close();
            }
        }
        return new SyncReport(added, changed, removed, unchangedFiles, failures, warnings);
    }

    /**
     * A source whose removed files are dealt with.
     *
     * @param unread files that may have changed
     * @param stamps of its files when they were last read, by path
     */
    private record Listed(String origin, List<SourceFiles.Entry> unread, Map<String, FileStamp> stamps) {}

    private Listed list(Path source) throws SourceUnavailableException {
        String origin = source.toString();
        SourceFiles found = SourceFiles.list(source, readers);
        if (found.files().isEmpty() && found.others() > 0 && Files.isRegularFile(source)) {
            failures.add(new Refusal(origin, "is of no kind that can be read; .md, .txt, .html, .json and .jsonl can"));
        }
        Map<String, FileStamp> stamps = store.files(origin);
        Map<String, FileStamp> gone = new TreeMap<>(stamps);
        List<SourceFiles.Entry> unread = new ArrayList<>();
        for (SourceFiles.Entry entry : found.files()) {
            FileStamp before = gone.remove(entry.path());
            if (!entry.readable()) {
                failures.add(new Refusal(entry.file().toString(), "cannot be opened; check its permissions"));
            } else if (before != null && before.size() == entry.size() && before.modified() == entry.modified()) {
                unchanged(before);
            } else {
                unread.add(entry);
            }
        }
        for (String folder : found.unlistable()) {
            failures.add(new Refusal(source.resolve(folder).toString(), "cannot be listed; check its permissions"));
            gone.keySet().removeIf(path -> path.equals(folder) || path.startsWith(folder + "/"));
        }
        for (String path : gone.keySet()) {
            removed += batch().removeFile(origin, path);
            stepped();
        }
        return new Listed(origin, unread, stamps);
    }

    /** A file that is as it was; what was refused of it is named again. */
    private void unchanged(FileStamp stamp) {
        unchangedFiles++;
        failures.addAll(RefusalLines.read(stamp.refused()));
    }

    private void read(Listed source, SourceFiles.Entry entry) {
        try {
            FileStamp stamp = FileStamping.stamp(entry);
            FileStamp before = source.stamps().get(entry.path());
            if (before != null && before.sha256().equals(stamp.sha256())) {
                FileStamp same = stamp.refusing(before.refused());
                batch().stamp(source.origin(), same);
                unchanged(same);
            } else {
                parse(source.origin(), entry, stamp);
            }
        } catch (IOException e) {
            failures.add(new Refusal(entry.file().toString(), "cannot be read: " + e));
        }
        stepped();
    }

    private void parse(String origin, SourceFiles.Entry entry, FileStamp stamp) throws IOException {
        ArticleReader reader = readers.forPath(entry.path());
        if (reader == null) {
            throw new IllegalStateException("only files that a reader takes are listed");
        }
        Set<String> kept = new HashSet<>();
        var refused = new ArrayList<Refusal>();
        var sink = new ArticleSink() {
            @Override
            public void article(Article article) {
                store(origin, entry, article, kept, refused);
            }

            @Override
            public void refused(Refusal refusal) {
                refused.add(new Refusal(fullName(entry, refusal.name()), refusal.reason()));
            }

            @Override
            public void warned(Warning warning) {
                warnings.add(new Warning(fullName(entry, warning.name()), warning.reason()));
            }
        };
        try {
            reader.read(entry.content(), sink);
        } finally {
            failures.addAll(refused);
        }
        // a file that is refused whole keeps what the archive had of it
        if (!kept.isEmpty() || refused.isEmpty()) {
            removed += batch().removeAllBut(origin, entry.path(), kept);
        }
        batch().stamp(origin, stamp.refusing(RefusalLines.write(refused)));
    }

    /** A part of a file is named by the whole path of the file: {@code /articles/x.jsonl:3}. */
    private static String fullName(SourceFiles.Entry entry, String name) {
        return name.startsWith(entry.path())
                ? entry.file() + name.substring(entry.path().length())
                : name;
    }

    private void store(
            String origin, SourceFiles.Entry entry, Article article, Set<String> kept, List<Refusal> refused) {
        if (!kept.add(article.id().value())) {
            refused.add(new Refusal(entry.file().toString(), "has two articles of the id " + article.id()));
            return;
        }
        Stored stored = batch().put(origin, entry.path(), article);
        if (stored == Stored.CLASH && holderIsGone(article.id())) {
            stored = batch().put(origin, entry.path(), article);
        }
        boolean namedByPath = article.id().value().startsWith(entry.path());
        if (stored == Stored.CLASH && namedByPath) {
            Article renamed = inSource(origin, article);
            kept.add(renamed.id().value());
            stored = batch().put(origin, entry.path(), renamed);
        }
        switch (stored) {
            case ADDED -> added++;
            case CHANGED -> changed++;
            case UNCHANGED -> {
                // nothing to count
            }
            case CLASH ->
                refused.add(new Refusal(
                        entry.file().toString(),
                        "has an article of the id " + article.id() + ", which " + batch().holder(article.id())
                                + " has too; give one another id"));
        }
        stepped();
    }

    /** An id whose file is nowhere any more, as when its source was renamed, is free again. */
    private boolean holderIsGone(ArticleId id) {
        Path holder = batch().holder(id);
        if (holder == null || Files.exists(holder)) {
            return false;
        }
        batch().remove(id);
        return true;
    }

    /** Two sources may hold the same path: the later one's articles are named with their source's folder. */
    private static Article inSource(String origin, Article article) {
        ArticleHead head = article.head();
        String folder = String.valueOf(Path.of(origin).getFileName());
        var id = new ArticleId(folder + "/" + head.id().value());
        return Article.of(
                new ArticleHead(id, head.title(), head.language(), head.source(), head.url(), head.published()),
                article.text());
    }

    private void stepped() {
        inBatch++;
        if (inBatch >= BATCH || System.nanoTime() - batchBegan > IndexUpdater.COMMIT_EVERY.toNanos()) {
            commit();
        }
    }

    private void commit() {
        ArticleBatch batch = open;
        if (batch == null) {
            return;
        }
        batch.commit();
        batch.close();
        open = null;
        try {
            index.catchUp(Progress.SILENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.sanad.ingest;

import dev.sanad.article.Article;
import dev.sanad.article.ArticleHead;
import dev.sanad.article.ArticleId;
import dev.sanad.store.ArticleStore;
import dev.sanad.store.ArticleStore.Batch;
import dev.sanad.store.ArticleStore.Stored;
import dev.sanad.store.FileStamp;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Brings the database up to date with sources, and the index after it, in batches that are committed every few seconds.
 * A file whose size and time are as they were is not opened; one whose bytes are as they were is not parsed. For one run.
 */
final class Synchroniser {
    /** A file this young may change again within the tick of its file system's clock. */
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(3);

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
    private @Nullable Batch open;

    Synchroniser(ArticleStore store, IndexUpdater index, ArticleReaders readers, Progress progress) {
        this.store = store;
        this.index = index;
        this.readers = readers;
        this.progress = progress;
    }

    /** The batch under way; the database is locked for other writers only while there is one. */
    private Batch batch() {
        Batch batch = open;
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
            for (Path source : sources) {
                try {
                    synchronise(source);
                } catch (SourceUnavailableException e) {
                    failures.add(new Refusal(source.toString(), reason(e)));
                }
            }
            commit();
        } finally {
            if (open != null) {
                open.close();
            }
        }
        return new SyncReport(added, changed, removed, unchangedFiles, failures, warnings);
    }

    private static String reason(Exception e) {
        return String.valueOf(e.getMessage());
    }

    private void synchronise(Path source) throws SourceUnavailableException, IOException {
        String origin = source.toString();
        SourceFiles found = SourceFiles.list(source, readers);
        Map<String, FileStamp> known = store.files(origin);
        List<SourceFiles.Entry> unread = new ArrayList<>();
        for (SourceFiles.Entry entry : found.files()) {
            FileStamp before = known.remove(entry.path());
            if (!entry.readable()) {
                failures.add(new Refusal(entry.file().toString(), "cannot be opened; check its permissions"));
            } else if (before != null && before.size() == entry.size() && before.modified() == entry.modified()) {
                unchangedFiles++;
            } else {
                unread.add(entry);
            }
        }
        found.unlistable().forEach(folder -> {
            failures.add(new Refusal(source.resolve(folder).toString(), "cannot be listed; check its permissions"));
            known.keySet().removeIf(path -> path.startsWith(folder + "/"));
        });
        for (String gone : known.keySet()) {
            removed += batch().removeFile(origin, gone);
            changedOne();
        }
        if (unread.isEmpty()) {
            return;
        }
        Map<String, FileStamp> stamps = store.files(origin);
        long bytes = unread.stream().mapToLong(SourceFiles.Entry::size).sum();
        try (Progress.Task task = progress.begin(Progress.Kind.READING, bytes)) {
            for (SourceFiles.Entry entry : unread) {
                read(origin, entry, stamps);
                task.step(entry.size());
            }
        }
    }

    private void read(String origin, SourceFiles.Entry entry, Map<String, FileStamp> stamps) throws IOException {
        try {
            FileStamp stamp = stamp(entry);
            FileStamp before = stamps.get(entry.path());
            if (before != null && before.sha256().equals(stamp.sha256())) {
                batch().stamp(origin, stamp);
                unchangedFiles++;
                return;
            }
            parse(origin, entry, stamp);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (FileFailure e) {
            failures.add(new Refusal(entry.file().toString(), "cannot be read: " + e.getMessage()));
        }
    }

    private void parse(String origin, SourceFiles.Entry entry, FileStamp stamp) throws FileFailure {
        ArticleReader reader = readers.forPath(entry.path());
        if (reader == null) {
            throw new IllegalStateException("only files that a reader takes are listed");
        }
        Set<String> kept = new HashSet<>();
        int failuresBefore = failures.size();
        var sink = new ArticleSink() {
            @Override
            public void article(Article article) {
                store(origin, entry, article, kept);
            }

            @Override
            public void refused(Refusal refusal) {
                failures.add(refusal);
            }

            @Override
            public void warned(Warning warning) {
                warnings.add(warning);
            }
        };
        try {
            reader.read(entry.content(), sink);
        } catch (IOException e) {
            throw new FileFailure(e);
        }
        // what is refused keeps what the archive had of it, and is looked at again next time
        if (failures.size() == failuresBefore) {
            removed += batch().removeAllBut(origin, entry.path(), kept);
            batch().stamp(origin, stamp);
            changedOne();
        }
    }

    private void store(String origin, SourceFiles.Entry entry, Article article, Set<String> kept) {
        if (!kept.add(article.id().value())) {
            failures.add(new Refusal(entry.file().toString(), "has two articles of the id " + article.id()));
            return;
        }
        Stored stored = batch().put(origin, entry.path(), article);
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
                return;
            }
            case CLASH -> {
                failures.add(new Refusal(
                        entry.file().toString(),
                        "has an article of the id " + article.id()
                                + ", which another file has too; give one another id"));
                return;
            }
        }
        changedOne();
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

    private void changedOne() {
        inBatch++;
        if (inBatch >= BATCH || System.nanoTime() - batchBegan > IndexUpdater.COMMIT_EVERY.toNanos()) {
            commit();
        }
    }

    private void commit() {
        Batch batch = open;
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

    private static FileStamp stamp(SourceFiles.Entry entry) throws FileFailure {
        try (InputStream in = entry.content().open();
                var digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digesting.transferTo(OutputStream.nullOutputStream());
            long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
            boolean fresh = now - entry.modified() < FRESH_NANOS;
            String sha256 =
                    HexFormat.of().formatHex(digesting.getMessageDigest().digest());
            return new FileStamp(entry.path(), entry.size(), fresh ? FileStamp.TOO_FRESH : entry.modified(), sha256);
        } catch (IOException e) {
            throw new FileFailure(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** A file cannot be read now; told apart from the archive not being writable. */
    private static final class FileFailure extends Exception {
        private static final long serialVersionUID = 1;

        FileFailure(IOException cause) {
            super(cause.toString(), cause);
        }
    }
}

package dev.sanad.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The archive's SQLite file. Write-ahead logging lets other processes read while one writes; every commit is on the
 * disk when it returns. Safe for many threads: each use takes a connection of its own.
 */
public final class Database {
    public static final String FILE = "sanad.db";
    private static final int BUSY_MILLIS = 20_000;
    private final Jdbi jdbi;
    private final Writer writer;

    private Database(SQLiteDataSource source) {
        this.jdbi = Jdbi.create(source);
        this.writer = new Writer(jdbi);
    }

    /** Opens {@code folder/sanad.db}, made and migrated when necessary. */
    public static Database open(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the archive's folder " + folder + " cannot be made", e);
        }
        SQLiteDataSource source = source(folder);
        migrate(source, folder);
        return new Database(source);
    }

    private static void migrate(SQLiteDataSource source, Path folder) {
        try {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:dev/sanad/store/migrations")
                    .loggers("slf4j")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw unusable(folder, e);
        }
    }

    /** Null when the folder holds no database. Nothing is made or migrated. */
    public static @Nullable Database openExisting(Path folder) {
        if (!Files.exists(folder.resolve(FILE))) {
            return null;
        }
        var database = new Database(source(folder));
        try {
            database.jdbi.withHandle(handle -> handle.createQuery("SELECT last FROM revision")
                    .mapTo(Long.class)
                    .one());
            return database;
        } catch (JdbiException e) {
            throw unusable(folder, e);
        }
    }

    private static ArchiveException unusable(Path folder, Exception cause) {
        String reason = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return new ArchiveException(
                "The database " + folder.resolve(FILE) + " is not one that this version of Sanad can use (" + reason
                        + "). Name another archive with --archive, or move that file away: what it held of the sources"
                        + " is read from them again.",
                cause);
    }

    private static SQLiteDataSource source(Path folder) {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        // what a reader asked to have deleted must not be found in a free page
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + folder.resolve(FILE));
        return source;
    }

    /** Moves what was written into the main file and empties the log beside it, as far as no reader holds it open. */
    public void checkpoint() {
        jdbi.useHandle(handle ->
                handle.createQuery("PRAGMA wal_checkpoint(TRUNCATE)").mapToMap().list());
    }

    Jdbi jdbi() {
        return jdbi;
    }

    /** Writes in a transaction of its own or together with others; for what is small, and of many threads. */
    <T> T write(HandleCallback<T, RuntimeException> work) {
        return writer.write(work);
    }
}

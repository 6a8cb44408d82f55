package dev.sanad.cli;

import dev.sanad.config.ConfigLoader.Option;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** What every command takes. */
final class CommonOptions {
    @CommandLine.Option(
            names = "--archive",
            paramLabel = "DIR",
            description = "Where the database and the index live (default: data/).")
    private @Nullable String archive;

    @CommandLine.Option(
            names = "--source",
            paramLabel = "PATH",
            description = "A file or folder with articles, instead of the configured sources. Repeatable.")
    private @Nullable List<String> sources;

    @CommandLine.Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting for this run, such as llm.provider=ollama. Repeatable.")
    private @Nullable List<String> settings;

    @CommandLine.Option(
            names = "--now",
            paramLabel = "INSTANT",
            description = "The time that \"today\" is taken from, such as 2026-01-31T12:00:00Z or 2026-01-31.")
    private @Nullable String now;

    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    @SuppressWarnings("UnusedVariable") // picocli asks for the field and reads it
    private boolean help;

    List<Option> options() throws UsageException {
        var options = new ArrayList<Option>();
        for (String setting : settings == null ? List.<String>of() : settings) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new UsageException(
                        "--set takes key=value, such as --set llm.provider=ollama, not '" + setting + "'");
            }
            options.add(new Option(
                    "--set",
                    setting.substring(0, equals).strip(),
                    setting.substring(equals + 1).strip()));
        }
        if (archive != null) {
            options.add(new Option("--archive", "archive", archive));
        }
        if (sources != null) {
            options.add(new Option("--source", "sources", List.copyOf(sources)));
        }
        return options;
    }

    /** Whether --archive stands in for the configured archive. */
    boolean namesArchive() {
        return archive != null;
    }

    /** Whether --source stands in for the configured sources. */
    boolean namesSources() {
        return sources != null;
    }

    InstantSource clock() throws UsageException {
        if (now == null) {
            return InstantSource.system();
        }
        try {
            boolean day = now.indexOf('T') < 0;
            return InstantSource.fixed(
                    day
                            ? LocalDate.parse(now).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC)
                            : OffsetDateTime.parse(now).toInstant());
        } catch (DateTimeException e) {
            throw new UsageException(
                    "--now takes a time such as 2026-01-31T12:00:00Z or a day such as 2026-01-31, not '" + now + "'");
        }
    }
}

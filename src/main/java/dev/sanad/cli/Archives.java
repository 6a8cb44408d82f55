package dev.sanad.cli;

import dev.sanad.answer.Notice;
import dev.sanad.ingest.ArchiveWriter;
import dev.sanad.ingest.SyncReport;
import dev.sanad.llm.Embedder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Brings an archive up to date before it is asked. */
final class Archives {
    private Archives() {}

    /** What a reader of the next answer should know; empty when all is well. */
    static List<Notice> refresh(App app, Models models) throws IOException, InterruptedException {
        var notices = new ArrayList<Notice>();
        try (ArchiveWriter writer = app.writer()) {
            if (writer == null) {
                notices.add(new Notice(Notice.Kind.READ_ONLY));
                return notices;
            }
            notices.addAll(read(app, writer));
            Embedder embedder = models.embedder();
            if (embedder == null) {
                ModelHint.giveOnce(app.settings());
            } else {
                Embedding.beforeAQuestion(writer, embedder);
            }
        }
        return notices;
    }

    /** The same for what is found by its words alone. */
    static List<Notice> refreshWords(App app) throws IOException {
        try (ArchiveWriter writer = app.writer()) {
            return writer == null ? List.of(new Notice(Notice.Kind.READ_ONLY)) : read(app, writer);
        }
    }

    private static List<Notice> read(App app, ArchiveWriter writer) throws IOException {
        SyncReport report = writer.synchronise(app.settings().sources(), new TerminalProgress());
        if (report.failures().isEmpty()) {
            return List.of();
        }
        System.err.println(
                report.failures().size() == 1
                        ? "not read: " + report.failures().getFirst()
                        : report.failures().size() + " places of the sources were not read; ./sanad index names them");
        return List.of(new Notice(
                Notice.Kind.SOURCES_INCOMPLETE, String.valueOf(report.failures().size())));
    }
}

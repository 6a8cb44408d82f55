package dev.sanad.telegram.reply;

import dev.sanad.answer.Answerer;
import dev.sanad.answer.Verification;
import dev.sanad.conversation.Conversations;
import dev.sanad.ingest.Progress;
import dev.sanad.ingest.SyncReport;
import dev.sanad.store.ArchiveSummary;
import dev.sanad.store.ArticleStore;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the bot asks of the rest of Sanad. All of it is for many threads.
 *
 * @param quoting answers in the same conversations without a language model
 * @param verifier looks up a quotation of at most {@link dev.sanad.answer.QuotationFinder#MOST_CHARACTERS}
 * @param snippets answers by quotations alone, of which it gives up to ten, in well under a second
 * @param indexEvery how often the archive is brought up to date while the bot runs; zero: never
 * @param about a line each, for admins: the versions, the model, the embedding
 */
public record Services(
        Conversations conversations,
        Conversations quoting,
        Function<String, Verification> verifier,
        Answerer snippets,
        Supplier<ArchiveSummary> archive,
        ArticleStore articles,
        Reindex reindex,
        Duration indexEvery,
        List<String> about) {
    public Services {
        about = List.copyOf(about);
    }

    /** Brings the archive up to date with its sources. */
    public interface Reindex {
        SyncReport run(Progress progress) throws IOException, InterruptedException;
    }
}

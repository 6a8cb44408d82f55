package dev.sanad.cli;

import dev.sanad.config.Embedding;
import dev.sanad.config.Endpoint;
import dev.sanad.config.Masked;
import dev.sanad.config.Reranking;
import dev.sanad.config.Settings;
import dev.sanad.llm.Deadline;
import dev.sanad.llm.Embedder;
import dev.sanad.llm.LlmException;
import dev.sanad.llm.Llms;
import dev.sanad.llm.Scorer;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks each configured model for a little: a word, a vector, a score. */
final class ModelChecks {
    private final Findings findings;
    private final App app;

    ModelChecks(Findings findings, App app) {
        this.findings = findings;
        this.app = app;
    }

    void run() throws InterruptedException {
        writing(app.settings().llm());
        judging(app.settings());
        embedding(app.settings().embedding());
        reranking(app.settings().reranking());
    }

    private void writing(Settings.Llm llm) throws InterruptedException {
        if (llm.endpoints().isEmpty()) {
            findings.good("model", "none is configured: answers are quoted from the archive");
        }
        for (Endpoint endpoint : llm.endpoints()) {
            ask("model " + endpoint.name(), endpoint, llm.timeouts(), "llm", "name another model in llm.fallback");
        }
    }

    private void judging(Settings settings) throws InterruptedException {
        Endpoint judge = settings.check().judge();
        if (judge != null) {
            ask(
                    "judge " + judge.name(),
                    judge,
                    settings.llm().timeouts(),
                    "check",
                    "name another model in check.model");
        }
    }

    private void ask(String name, Endpoint endpoint, Settings.Timeouts timeouts, String group, String another)
            throws InterruptedException {
        try {
            Llms.check(endpoint, timeouts);
            findings.good(name, "answers");
        } catch (LlmException e) {
            findings.bad(
                    name,
                    String.valueOf(e.getMessage()),
                    remedy(
                            e.kind(),
                            endpoint,
                            group,
                            "give it more time with llm.timeout.first-token and llm.timeout.stall",
                            another));
        }
    }

    private void embedding(Embedding settings) throws InterruptedException {
        try (Embedder embedder = app.embedder()) {
            if (embedder == null) {
                findings.good(
                        "embedding model",
                        settings.source() instanceof Embedding.Source.Installed
                                ? "none is installed: passages are found by their words; ./sanad model get installs one"
                                : "none is configured: passages are found by their words");
                return;
            }
            embedding(embedder, settings);
        } catch (IOException e) {
            findings.bad("embedding model", String.valueOf(e.getMessage()), "run ./sanad model get");
        }
    }

    private void embedding(Embedder embedder, Embedding settings) throws InterruptedException {
        String name = "embedding model " + embedder.name();
        try {
            embedder.passages(List.of("سند"), Deadline.in(settings.passagesTimeout())); // loads it, or warms it
            long start = System.nanoTime();
            float[] vector = embedder.query("سند", Deadline.in(settings.questionTimeout()));
            findings.good(name, vector.length + " dimensions, " + millisSince(start) + " ms for a question");
        } catch (LlmException e) {
            String moreTime = "give it more time with embedding.timeout.question and embedding.timeout.passages";
            findings.bad(
                    name,
                    String.valueOf(e.getMessage()),
                    switch (settings.source()) {
                        case Embedding.Source.Remote(Endpoint endpoint, String queryModel) ->
                            remedy(e.kind(), endpoint, "embedding", moreTime, "choose another embedding.provider");
                        case Embedding.Source.Installed installed ->
                            inProcess(e.kind(), moreTime, "run ./sanad model remove, then ./sanad model get");
                        case Embedding.Source.InProcess inProcess ->
                            inProcess(e.kind(), moreTime, "check embedding.file and embedding.tokenizer");
                        case Embedding.Source.None none -> throw new IllegalStateException("no model was asked", e);
                    });
        }
    }

    private static String inProcess(LlmException.Kind kind, String moreTime, String otherFiles) {
        return switch (kind) {
            case DEADLINE -> moreTime;
            case UNREACHABLE -> "choose a provider that runs elsewhere, such as ollama";
            default -> otherFiles;
        };
    }

    private void reranking(Reranking settings) throws InterruptedException {
        try (Scorer scorer = app.scorer()) {
            if (scorer == null) {
                return;
            }
            String name = "reranker " + scorer.name();
            try {
                long start = System.nanoTime();
                scorer.scores("سند چیست؟", List.of("سند", "باران"), Deadline.in(settings.timeout()));
                findings.good(name, "scores, " + millisSince(start) + " ms for two passages");
            } catch (LlmException e) {
                String more = "give it more time with rerank.timeout";
                findings.bad(
                        name,
                        String.valueOf(e.getMessage()),
                        settings.source() instanceof Reranking.Source.Remote(Endpoint endpoint)
                                ? remedy(e.kind(), endpoint, "rerank", more, "choose another rerank.provider")
                                : inProcess(e.kind(), more, "check rerank.file and rerank.tokenizer"));
            }
        }
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** @param group of settings, such as {@code llm} */
    private static String remedy(
            LlmException.Kind kind, Endpoint endpoint, String group, String moreTime, String another) {
        return switch (kind) {
            case UNREACHABLE ->
                "check that " + Masked.url(endpoint.baseUrl().toString()) + " is right and its server runs";
            case UNAUTHORIZED -> "check the key in " + keyVariable(endpoint, group);
            case RATE_LIMITED -> "wait, or look at the account's limits and credit";
            case REJECTED, MALFORMED -> "check " + group + ".model and " + group + ".base-url";
            case TIMEOUT, STALLED, DEADLINE -> moreTime;
            case SERVER, CUT, EMPTY -> "try again later, or " + another;
        };
    }

    private static String keyVariable(Endpoint endpoint, String group) {
        @Nullable String usual = endpoint.provider().defaultApiKeyVariable();
        String named = "the variable that " + group + ".api-key-env names";
        return usual == null ? named : usual + ", or " + named;
    }
}

package dev.sanad.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every setting, checked. What each means stands beside it in {@code config/sanad.yaml}.
 *
 * @param sources absolute
 * @param archive absolute
 * @param indexEvery how often a bot reads its sources anew; zero: never
 */
public record Settings(
        List<Path> sources,
        Path archive,
        Duration indexEvery,
        ZoneId zone,
        Llm llm,
        Embedding embedding,
        Reranking reranking,
        Composing answer,
        Check check,
        int conversationTurns,
        Telegram telegram,
        @Nullable LogLevel logLevel) {
    public Settings {
        sources = List.copyOf(sources);
    }

    /** Of every task. */
    public List<Endpoint> endpoints() {
        var endpoints = new ArrayList<>(llm.endpoints());
        if (embedding.source() instanceof Embedding.Source.Remote(Endpoint endpoint, String queryModel)) {
            endpoints.add(endpoint);
        }
        if (reranking.source() instanceof Reranking.Source.Remote(Endpoint endpoint)) {
            endpoints.add(endpoint);
        }
        if (check.judge() != null) {
            endpoints.add(check.judge());
        }
        return endpoints;
    }

    /** @param endpoints in the order in which they are tried; empty: extractive */
    public record Llm(List<Endpoint> endpoints, int maxTokens, Timeouts timeouts) {
        public Llm {
            endpoints = List.copyOf(endpoints);
        }
    }

    /**
     * @param firstToken from the request to the first piece of text
     * @param stall between two pieces
     * @param total for a whole answer, all endpoints together
     */
    public record Timeouts(Duration firstToken, Duration stall, Duration total) {}

    /**
     * @param threshold 0 to 1
     * @param evidence characters
     */
    public record Composing(double threshold, int quotations, int evidence) {}

    /** @param judge reads what the check has passed; null: nobody does */
    public record Check(CheckMode mode, @Nullable Endpoint judge) {}

    public enum CheckMode {
        DROP,
        FLAG,
        OFF
    }

    public enum LogLevel {
        ERROR,
        WARN,
        INFO,
        DEBUG
    }

    /**
     * @param token null when the environment has none; only the bot needs it
     * @param allow ids or {@code @names}; empty: everyone
     * @param late after which an answer says that its question waited
     * @param maxAge after which a question is not answered any more; zero: never
     * @param rich whether messages are sent as rich messages
     */
    public record Telegram(
            URI apiUrl,
            @Nullable Secret token,
            List<String> allow,
            List<String> admins,
            Limits limits,
            Duration late,
            Duration maxAge,
            boolean rich) {
        public Telegram {
            allow = List.copyOf(allow);
            admins = List.copyOf(admins);
        }
    }

    /**
     * What a bot's readers may ask; 0: without limit.
     *
     * @param questionsADay of one reader
     * @param questionsAMinute of one reader
     * @param tokensADay of language models, for one reader
     * @param tokensADayInAll of language models, for all readers
     * @param waiting messages of one reader that wait for an answer
     */
    public record Limits(int questionsADay, int questionsAMinute, int tokensADay, int tokensADayInAll, int waiting) {
        public static final Limits NONE = new Limits(0, 0, 0, 0, 0);
    }
}

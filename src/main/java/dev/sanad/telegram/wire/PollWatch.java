package dev.sanad.telegram.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.interfaces.BackOff;

/**
 * Watches the polling from below, since the library tells nobody how it fares: says each trouble once and its end once,
 * makes the library wait as long as the trouble asks for, and tells when the token is refused.
 */
public final class PollWatch implements Interceptor, BackOff {
    private static final Logger log = LoggerFactory.getLogger(PollWatch.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PEEK = 4096;
    /** Two pollers take turns at being refused: only so long without a refusal means that the other has gone. */
    private static final Duration ALONE = Duration.ofSeconds(60);

    private final Consumer<BotException> refused;
    private final Consumer<Boolean> well;
    private @Nullable Trouble said;
    private @Nullable Duration asked;
    private int failures;
    private volatile boolean stopped;
    /** Telegram has taken the token once: a 404 after that is a proxy's, not the token's. */
    private volatile boolean known;

    private long lastConflict;

    /** @param well told when polling begins to fail and when it is well again */
    public PollWatch(Consumer<BotException> refused, Consumer<Boolean> well) {
        this.refused = refused;
        this.well = well;
    }

    private enum Trouble {
        NETWORK,
        SECOND_POLLER,
        LIMITED,
        SERVER
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response;
        try {
            response = chain.proceed(chain.request());
        } catch (IOException e) {
            if (chain.call().isCanceled()) {
                stopped = true;
            } else {
                say(Trouble.NETWORK, "Telegram cannot be reached, trying on: " + BotApi.describe(e));
            }
            throw e;
        }
        int code = response.code();
        if (code == 401 || (code == 404 && !known)) {
            refused.accept(BotException.unauthorized(code));
        } else if (code == 409) {
            conflict();
        } else if (code == 429) {
            limited(response);
        } else if (response.isSuccessful()) {
            known = true;
        } else {
            say(Trouble.SERVER, "Telegram answers with HTTP " + code + ", trying on");
        }
        return response;
    }

    @Override
    public synchronized long nextBackOffMillis() {
        if (said == null && !stopped) {
            say(Trouble.SERVER, "what Telegram sent could not be read or stored, trying on");
        }
        Duration wait = asked == null ? Waits.after(++failures) : asked;
        asked = null;
        return wait.toMillis();
    }

    @Override
    public synchronized void reset() {
        failures = 0;
        boolean still = said == Trouble.SECOND_POLLER && System.nanoTime() - lastConflict < ALONE.toNanos();
        if (said != null && !still) {
            log.info("polling Telegram is well again");
            said = null;
            well.accept(true);
        }
    }

    private synchronized void conflict() {
        lastConflict = System.nanoTime();
        say(
                Trouble.SECOND_POLLER,
                "another program polls Telegram with this bot's token (HTTP 409), waiting for it to end;"
                        + " stop it, or revoke the token at @BotFather");
    }

    private synchronized void limited(Response response) throws IOException {
        long seconds = 0;
        try {
            seconds = JSON.readTree(response.peekBody(PEEK).string())
                    .path("parameters")
                    .path("retry_after")
                    .asLong();
        } catch (JsonProcessingException e) {
            log.debug("a 429 without JSON", e);
        }
        asked = seconds > 0 ? Duration.ofSeconds(seconds) : null;
        say(Trouble.LIMITED, "Telegram asks to poll less often (HTTP 429), waiting as long as it says");
    }

    private synchronized void say(Trouble trouble, String words) {
        if (said != trouble) {
            log.warn("{}", words);
            said = trouble;
            well.accept(false);
        }
    }
}

package dev.sanad.telegram.reply;

import dev.sanad.answer.Notice;
import dev.sanad.answer.Response;
import dev.sanad.telegram.read.Incoming;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;

/**
 * What becomes of questions that waited while the bot was down.
 *
 * @param late after which an answer says that its question waited
 * @param maxAge after which a question is not answered any more; zero: never
 * @param zone what a day is where the readers are
 */
record Waiting(Duration late, Duration maxAge, InstantSource clock, ZoneId zone) {
    boolean isTooOld(Incoming incoming) {
        return !maxAge.isZero() && waited(incoming).compareTo(maxAge) > 0;
    }

    /** The response, with a word where its question waited long. */
    Response noted(Incoming incoming, Response response) {
        Instant said = incoming.said();
        return said == null || waited(incoming).compareTo(late) < 0
                ? response
                : response.with(new Notice(
                        Notice.Kind.WAITED, said.atZone(zone).toLocalDate().toString()));
    }

    private Duration waited(Incoming incoming) {
        return incoming.said() == null ? Duration.ZERO : Duration.between(incoming.said(), clock.instant());
    }
}

package dev.sanad.telegram.reply;

import dev.sanad.answer.Claim;
import dev.sanad.render.Messages;
import dev.sanad.render.TelegramRenderer;
import dev.sanad.store.Answers;
import dev.sanad.store.Outbox;
import dev.sanad.telegram.read.Incoming;
import dev.sanad.telegram.wire.BotApi;
import dev.sanad.telegram.wire.Delivery;
import dev.sanad.telegram.wire.Rates;
import dev.sanad.text.Language;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * Where answers grow: in private in a draft, which vanishes when the answer comes; in groups in a message that stands in the
 * answer's place. Both take only turns that no message waits for.
 */
public final class Screens {
    private static final Logger log = LoggerFactory.getLogger(Screens.class);
    /** Telegram shows a draft for 30 seconds. */
    private static final Growing.Pace IN_PRIVATE =
            new Growing.Pace(Duration.ofMillis(900), Duration.ofMillis(1_100), Duration.ofSeconds(20));
    /** An edit counts as a message, of which a group takes 20 a minute. */
    private static final Growing.Pace IN_GROUPS =
            new Growing.Pace(Duration.ofSeconds(2), Duration.ofSeconds(6), Duration.ofDays(1));

    private final BotApi api;
    private final Rates rates;
    private final Answers answers;
    private final TelegramRenderer renderer;

    public Screens(BotApi api, Rates rates, Answers answers, TelegramRenderer renderer) {
        this.api = api;
        this.rates = rates;
        this.answers = answers;
        this.renderer = renderer;
    }

    /** The id of the draft in which an answer grows; not zero. */
    static int draft(long answer) {
        return (int) (answer % Integer.MAX_VALUE) + (answer % Integer.MAX_VALUE == 0 ? 1 : 0);
    }

    Growing begin(Incoming incoming, long answer, Language language) {
        return incoming.group()
                ? Growing.begin(new InGroup(incoming, answer, language), IN_GROUPS)
                : Growing.begin(claims -> showDraft(incoming, answer, claims, language), IN_PRIVATE);
    }

    private void showDraft(Incoming incoming, long answer, List<Claim> claims, Language language)
            throws InterruptedException {
        String html = claims.isEmpty() ? "" : renderer.growing(claims, language, "");
        try (Rates.Turn turn = rates.takeSpare(incoming.chat())) {
            if (turn != null) {
                api.draft(incoming.chat(), incoming.topic(), draft(answer), html);
            }
        } catch (TelegramApiException e) {
            rates.obeyIfAsked(incoming.chat(), BotApi.retryAfter(e));
            log.debug("chat {}: the growing answer is not shown: {}", incoming.chat(), BotApi.reason(e));
        }
    }

    /** The message in the answer's place, which the answer then becomes. */
    private final class InGroup implements Growing.Screen {
        private final Incoming incoming;
        private final long answer;
        private final Language language;
        private @Nullable Integer message;

        InGroup(Incoming incoming, long answer, Language language) {
            this.incoming = incoming;
            this.answer = answer;
            this.language = language;
        }

        @Override
        public void show(List<Claim> claims) throws InterruptedException {
            boolean nothingNew = message != null && claims.isEmpty();
            if (nothingNew || hasOtherMessage()) {
                return;
            }
            try (Rates.Turn turn = rates.tryTake(incoming.chat())) {
                if (turn != null) {
                    send(claims);
                }
            }
        }

        private void send(List<Claim> claims) throws InterruptedException {
            String html = claims.isEmpty()
                    ? Messages.of(language).text("answer.searching")
                    : renderer.growing(claims, language, "\n…");
            var draft = new Outbox.Draft(
                    incoming.chat(), incoming.topic(), incoming.message() > 0 ? incoming.message() : null, html);
            switch (api.send(draft, message)) {
                case Delivery.Sent(int id)
                when message == null && id != 0 -> {
                    message = id;
                    answers.placeholder(answer, id, html);
                }
                case Delivery.Limited(Duration retryAfter) -> rates.obey(incoming.chat(), retryAfter);
                case Delivery other -> log.debug("chat {}: {}", incoming.chat(), other);
            }
        }

        /** Of an earlier answer to the same question, which stays until the new one is there. */
        private boolean hasOtherMessage() {
            return message == null && !answers.parts(answer).isEmpty();
        }
    }
}

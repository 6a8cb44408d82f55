package dev.sanad.telegram.reply;

import dev.sanad.answer.ComposedBy;
import dev.sanad.answer.Notice;
import dev.sanad.answer.Response;
import dev.sanad.render.TelegramRenderer;
import dev.sanad.store.Outbox;
import dev.sanad.store.Readers;
import dev.sanad.text.Language;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the admins when something fails, once, and once when it is well again; across restarts too. */
public final class Health {
    private static final Logger log = LoggerFactory.getLogger(Health.class);
    private static final String FAILS = "fails";
    private static final String WELL = "well";
    private final Readers readers;
    private final Outbox outbox;
    private final TelegramRenderer renderer;
    private final List<String> admins;
    private final LongConsumer send;
    private final AtomicInteger errors = new AtomicInteger();

    /** What the bot cannot do without. */
    public enum Part {
        MODEL,
        INDEX,
        POLLING
    }

    /**
     * @param admins ids or {@code @names}, which are known once their owners have written to the bot
     * @param send told of each chat that has something new in the outbox
     */
    public Health(Readers readers, Outbox outbox, TelegramRenderer renderer, List<String> admins, LongConsumer send) {
        this.readers = readers;
        this.outbox = outbox;
        this.renderer = renderer;
        this.admins = List.copyOf(admins);
        this.send = send;
    }

    /** A database that cannot be written is no reason to stop the polling. */
    public synchronized void report(Part part, boolean well) {
        try {
            String now = well ? WELL : FAILS;
            String key = "health:" + part.name().toLowerCase(Locale.ROOT);
            String before = readers.told(key);
            if (now.equals(before == null ? WELL : before)) {
                return;
            }
            readers.tell(key, now);
            tellAdmins("health." + part.name().toLowerCase(Locale.ROOT) + "." + now);
        } catch (RuntimeException e) {
            log.warn(
                    "the admins could not be told of {}: {}", part, e.getClass().getName());
        }
    }

    /** Whether the part failed when it was last heard of. */
    boolean fails(Part part) {
        return FAILS.equals(readers.told("health:" + part.name().toLowerCase(Locale.ROOT)));
    }

    /** What an answer tells of the model. */
    void answered(Response response) {
        if (response.notices().stream().anyMatch(notice -> notice.kind() == Notice.Kind.MODEL_UNAVAILABLE)) {
            report(Part.MODEL, false);
        } else if (response.composedBy() instanceof ComposedBy.Model) {
            report(Part.MODEL, true);
        }
    }

    void failed() {
        errors.incrementAndGet();
    }

    /** Updates that failed since the bot was started. */
    int errors() {
        return errors.get();
    }

    private void tellAdmins(String key) {
        for (String admin : admins) {
            Long id = admin.startsWith("@") ? readers.byName(admin.substring(1)) : number(admin);
            if (id != null && id > 0) {
                Language chosen = new Languages(readers).chosen(id);
                List<String> texts = renderer.text(chosen == null ? Language.PERSIAN : chosen, key);
                outbox.add(texts.stream()
                        .map(html -> new Outbox.Draft(id, null, null, html))
                        .toList());
                send.accept(id);
            }
        }
    }

    private static @Nullable Long number(String id) {
        try {
            return Long.valueOf(id);
        } catch (NumberFormatException e) {
            log.debug("{} is neither an id nor a @name", id);
            return null;
        }
    }
}

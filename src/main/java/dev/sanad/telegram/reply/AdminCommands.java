package dev.sanad.telegram.reply;

import dev.sanad.render.Messages;
import dev.sanad.render.TelegramRenderer;
import dev.sanad.store.Answers;
import dev.sanad.store.ArchiveSummary;
import dev.sanad.store.Inbox;
import dev.sanad.store.Outbox;
import dev.sanad.store.Readers;
import dev.sanad.telegram.read.Incoming;
import dev.sanad.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The commands of those who run the bot. To everybody else they are unknown. */
final class AdminCommands {
    static final List<String> NAMES = List.of("status", "usage", "unanswered", "reindex", "block", "unblock");
    private static final Set<String> ALL = Set.copyOf(NAMES);
    private static final int LINES = 40;
    private static final int QUESTIONS = 30;
    private final Services services;
    private final Answers answers;
    private final Readers readers;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Health health;
    private final Reindexing reindexing;
    private final Languages languages;
    private final TelegramRenderer renderer;
    private final Say say;

    AdminCommands(
            Services services,
            Answers answers,
            Readers readers,
            Inbox inbox,
            Outbox outbox,
            Health health,
            Reindexing reindexing,
            TelegramRenderer renderer) {
        this.services = services;
        this.answers = answers;
        this.readers = readers;
        this.inbox = inbox;
        this.outbox = outbox;
        this.health = health;
        this.reindexing = reindexing;
        this.languages = new Languages(readers);
        this.renderer = renderer;
        this.say = new Say(renderer);
    }

    static boolean has(String name) {
        return ALL.contains(name);
    }

    Inbox.Outcome run(Incoming incoming, String name, String rest) {
        Language language = languages.of(incoming);
        return switch (name) {
            case "status" -> lines(incoming, status(language), language);
            case "usage" -> lines(incoming, usage(language), language);
            case "unanswered" -> lines(incoming, unanswered(language), language);
            case "reindex" -> reindexing.begin(incoming, language);
            case "block" -> block(incoming, rest, language);
            default -> unblock(incoming, rest, language);
        };
    }

    private List<String> status(Language language) {
        Messages messages = Messages.of(language);
        ArchiveSummary archive = services.archive().get();
        List<String> lines = new ArrayList<>();
        lines.add(renderer.coverage(archive, language));
        lines.add(messages.text(
                "status.queue",
                TelegramRenderer.count(inbox.waiting(), language),
                TelegramRenderer.count(outbox.waiting(), language)));
        lines.add(messages.text("status.errors", TelegramRenderer.count(health.errors(), language)));
        for (Health.Part part : Health.Part.values()) {
            if (health.fails(part)) {
                lines.add(messages.text("health." + part.name().toLowerCase(Locale.ROOT) + ".fails"));
            }
        }
        services.about().forEach(line -> lines.add(isolated(line)));
        return lines;
    }

    private List<String> usage(Language language) {
        Messages messages = Messages.of(language);
        List<String> lines = new ArrayList<>(List.of(messages.text("usage.heading")));
        for (Readers.Usage usage : readers.usage(LINES)) {
            lines.add(messages.text(
                    "usage.line",
                    renderer.day(usage.day(), language),
                    isolated(usage.reader()),
                    TelegramRenderer.count(usage.questions(), language),
                    TelegramRenderer.count(usage.tokens(), language)));
        }
        return lines.size() == 1 ? List.of(messages.text("usage.none")) : lines;
    }

    private List<String> unanswered(Language language) {
        Messages messages = Messages.of(language);
        List<String> questions = answers.unanswered(QUESTIONS);
        if (questions.isEmpty()) {
            return List.of(messages.text("unanswered.none"));
        }
        List<String> lines = new ArrayList<>(List.of(messages.text("unanswered.heading")));
        questions.forEach(question -> lines.add("• " + question));
        return lines;
    }

    private Inbox.Outcome block(Incoming incoming, String whom, Language language) {
        Long reader = reader(whom);
        if (reader == null) {
            return say.text(incoming, language, "block.whom");
        }
        readers.block(reader);
        return say.text(incoming, language, "block.done");
    }

    private Inbox.Outcome unblock(Incoming incoming, String whom, Language language) {
        Long reader = reader(whom);
        if (reader == null) {
            return say.text(incoming, language, "block.whom");
        }
        return say.text(incoming, language, readers.unblock(reader) ? "block.undone" : "block.was_not");
    }

    /** By id, or by a user name that was seen. */
    private @Nullable Long reader(String whom) {
        String name = whom.strip();
        if (name.matches("\\d{1,18}")) {
            return Long.valueOf(name);
        }
        return name.startsWith("@") ? readers.byName(name.substring(1)) : null;
    }

    /** Names and versions run from left to right. */
    private static String isolated(String leftToRight) {
        return "\u2066" + leftToRight + "\u2069";
    }

    private Inbox.Outcome lines(Incoming incoming, List<String> lines, Language language) {
        return Say.messages(incoming, renderer.lines(lines, language), null);
    }
}

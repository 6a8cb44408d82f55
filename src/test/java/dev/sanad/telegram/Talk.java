package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sanad.article.Article;
import dev.sanad.article.ArticleHead;
import dev.sanad.article.ArticleId;
import dev.sanad.article.Published;
import dev.sanad.config.Settings;
import dev.sanad.conversation.Conversations;
import dev.sanad.store.ArticleBatch;
import dev.sanad.store.ArticleStore;
import dev.sanad.store.Database;
import dev.sanad.telegram.reply.Services;
import dev.sanad.telegram.wire.BotException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;

/** A bot that runs, and what readers do with it. */
final class Talk implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(20);
    private final Path folder;
    private final Conversations conversations;
    private final FakeBotApi telegram;
    private final Services.Reindex reindex;
    private final Settings.Limits limits;
    private final Duration maxAge;
    private final boolean rich;
    private Bot bot;
    private CompletableFuture<Void> running;

    Talk(Path folder, Conversations conversations) throws IOException {
        this(folder, conversations, progress -> {
            throw new IOException("nothing to read");
        });
    }

    Talk(Path folder, Conversations conversations, Services.Reindex reindex) throws IOException {
        this(folder, conversations, reindex, Settings.Limits.NONE, Duration.ZERO);
    }

    /** With answers as rich messages. */
    static Talk rich(Path folder, Conversations conversations) throws IOException {
        return new Talk(folder, conversations, Bots.UNCHANGED, Settings.Limits.NONE, Duration.ZERO, true);
    }

    Talk(Path folder, Conversations conversations, Services.Reindex reindex, Settings.Limits limits, Duration maxAge)
            throws IOException {
        this(folder, conversations, reindex, limits, maxAge, false);
    }

    private Talk(
            Path folder,
            Conversations conversations,
            Services.Reindex reindex,
            Settings.Limits limits,
            Duration maxAge,
            boolean rich)
            throws IOException {
        this.rich = rich;
        this.limits = limits;
        this.maxAge = maxAge;
        this.folder = folder;
        this.conversations = conversations;
        this.reindex = reindex;
        this.telegram = new FakeBotApi(0);
        this.bot = newBot();
        this.running = run();
    }

    FakeBotApi telegram() {
        return telegram;
    }

    Database database() {
        return Database.open(folder);
    }

    void restart() {
        stop();
        bot = newBot();
        running = run();
    }

    /** Ends the bot; the Bot API stays. */
    void stop() {
        bot.close();
        assertThat(running).succeedsWithin(SOON);
    }

    /** What a reader says in private is answered by one message more: that one. */
    FakeBotApi.Sent says(long reader, String language, String text) {
        int before = to(reader).size();
        telegram.says(reader, language, text);
        return next(reader, before);
    }

    /** The message to that chat that comes after so many. */
    FakeBotApi.Sent next(long chat, int before) {
        until(() -> to(chat).size() > before);
        return to(chat).get(before);
    }

    List<FakeBotApi.Sent> to(long chat) {
        return telegram.sent().stream().filter(sent -> sent.chat() == chat).toList();
    }

    /** Presses a button below a message; what the message then shows. */
    FakeBotApi.Shown presses(long reader, FakeBotApi.Sent message, String words) {
        int before = telegram.edits().size();
        telegram.presses(reader, "fa", message.chat(), message.id(), words);
        until(() -> telegram.edits().size() > before);
        return shown(message);
    }

    /** Presses a button that answers by a word alone; the word. */
    String hears(long reader, FakeBotApi.Sent message, String data) {
        int before = telegram.calls("answercallbackquery").size();
        telegram.pressesData(reader, "fa", message.chat(), message.id(), data);
        until(() -> telegram.calls("answercallbackquery").size() > before);
        return telegram.calls("answercallbackquery")
                .get(before)
                .body()
                .path("text")
                .asText();
    }

    FakeBotApi.Shown shown(FakeBotApi.Sent message) {
        return Objects.requireNonNull(telegram.shown(message.chat(), message.id()), "the message is gone");
    }

    static void until(BooleanSupplier condition) {
        await().atMost(SOON).until(condition::getAsBoolean);
    }

    /** Puts an article into the archive, or another text in its place. */
    void archive(String id, String title, String text) {
        var head = new ArticleHead(
                new ArticleId(id),
                title,
                "fa",
                "خبرگزاری",
                URI.create("https://news.example/" + id),
                new Published.On(LocalDate.of(2015, 7, 3)));
        try (ArticleBatch batch = new ArticleStore(database()).begin()) {
            batch.put("test", id, Article.of(head, text));
            batch.commit();
        }
    }

    void removeArticle(String id) {
        try (ArticleBatch batch = new ArticleStore(database()).begin()) {
            batch.remove(new ArticleId(id));
            batch.commit();
        }
    }

    @Override
    public void close() {
        stop();
        telegram.close();
        assertThat(telegram.violations()).isEmpty();
    }

    private Bot newBot() {
        Settings.Telegram settings = Bots.settings(telegram.url(), FakeBotApi.TOKEN, List.of(), limits, maxAge);
        return Bots.bot(rich ? Bots.rich(settings) : settings, conversations, folder, reindex);
    }

    private CompletableFuture<Void> run() {
        Bot now = bot;
        return CompletableFuture.runAsync(() -> {
            try {
                now.run();
            } catch (BotException e) {
                throw new CompletionException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}

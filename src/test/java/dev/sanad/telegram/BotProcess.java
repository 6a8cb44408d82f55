package dev.sanad.telegram;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A bot as a process of its own, which tests may kill: {@code URL FOLDER MILLIS-FOR-AN-ANSWER}. */
final class BotProcess {
    private BotProcess() {}

    public static void main(String[] args) throws Exception {
        var conversations = new ScriptedConversations(Duration.ofMillis(Long.parseLong(args[2])));
        Bot bot = Bots.bot(
                Bots.settings(URI.create(args[0]), FakeBotApi.TOKEN, List.of()), conversations, Path.of(args[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(bot::close));
        bot.run();
    }
}

package dev.sanad.telegram.reply;

import dev.sanad.render.TelegramRenderer;
import dev.sanad.telegram.wire.BotApi;
import dev.sanad.text.Language;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** The commands that a Telegram client offers, in both languages. */
public final class CommandList {
    private static final Logger log = LoggerFactory.getLogger(CommandList.class);
    private static final List<String> COMMANDS = List.of("ask", "verify", "sources", "new", "help");

    private CommandList() {}

    /** English for whoever has no list in their own language. */
    public static void publish(BotApi api, TelegramRenderer renderer) {
        try {
            api.commands(in(Language.ENGLISH, renderer), null);
            api.commands(in(Language.ENGLISH, renderer), Language.ENGLISH.tag());
            api.commands(in(Language.PERSIAN, renderer), Language.PERSIAN.tag());
        } catch (TelegramApiException e) {
            log.warn("the list of commands was not set, it will be at the next start: {}", BotApi.reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<BotCommand> in(Language language, TelegramRenderer renderer) {
        return COMMANDS.stream()
                .map(name -> new BotCommand(name, description(name, language, renderer)))
                .toList();
    }

    private static String description(String name, Language language, TelegramRenderer renderer) {
        return TelegramRenderer.plain(renderer.text(language, "command." + name).getFirst());
    }
}

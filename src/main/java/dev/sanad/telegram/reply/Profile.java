package dev.sanad.telegram.reply;

import dev.sanad.render.Messages;
import dev.sanad.store.Readers;
import dev.sanad.telegram.wire.BotApi;
import dev.sanad.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.description.SetMyDescription;
import org.telegram.telegrambots.meta.api.methods.description.SetMyShortDescription;
import org.telegram.telegrambots.meta.api.methods.name.SetMyName;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllGroupChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * What Telegram shows of the bot: name, descriptions and commands, in both languages, for private chats, groups and admins. Each
 * is set only when it is another than was set last: Telegram lets a bot change its name a few times a day.
 */
public final class Profile {
    private static final Logger log = LoggerFactory.getLogger(Profile.class);
    private static final List<String> IN_PRIVATE =
            List.of("ask", "latest", "sources", "verify", "new", "language", "help", "privacy", "forget");
    private static final List<String> IN_GROUPS = List.of("ask", "verify", "sources", "new", "help");
    private final BotApi api;
    private final Readers readers;

    public Profile(BotApi api, Readers readers) {
        this.api = api;
        this.readers = readers;
    }

    /** @param admins ids or {@code @names}; those whose id is known get the commands of admins */
    public void publish(List<String> admins) {
        try {
            for (Tongue tongue : Tongue.values()) {
                texts(tongue);
                commands("private", IN_PRIVATE, new BotCommandScopeAllPrivateChats(), tongue);
                commands("groups", IN_GROUPS, new BotCommandScopeAllGroupChats(), tongue);
                for (long admin : ids(admins)) {
                    List<String> all = Stream.concat(IN_PRIVATE.stream(), AdminCommands.NAMES.stream())
                            .toList();
                    commands("admin " + admin, all, new BotCommandScopeChat(Long.toString(admin)), tongue);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** English for whoever's language has none of its own. */
    private enum Tongue {
        ANY(Language.ENGLISH, null),
        ENGLISH(Language.ENGLISH, "en"),
        PERSIAN(Language.PERSIAN, "fa");

        private final Language language;
        private final @Nullable String code;

        Tongue(Language language, @Nullable String code) {
            this.language = language;
            this.code = code;
        }

        private Messages messages() {
            return Messages.of(language);
        }
    }

    private void texts(Tongue tongue) throws InterruptedException {
        String name = tongue.messages().text("profile.name");
        String description = tongue.messages().text("profile.description");
        String about = tongue.messages().text("profile.about");
        set("name", name, new SetMyName(name, tongue.code), tongue);
        set("description", description, new SetMyDescription(description, tongue.code), tongue);
        set("about", about, new SetMyShortDescription(about, tongue.code), tongue);
    }

    private void commands(String where, List<String> names, BotCommandScope scope, Tongue tongue)
            throws InterruptedException {
        List<BotCommand> commands = names.stream()
                .map(name -> new BotCommand(name, tongue.messages().text("command." + name)))
                .toList();
        var set = new SetMyCommands(commands, scope, tongue.code);
        set("commands in " + where, commands.toString(), set, tongue);
    }

    private void set(String what, String how, BotApiMethod<Boolean> method, Tongue tongue) throws InterruptedException {
        String key = "profile:" + what + ":" + tongue.code;
        if (how.equals(readers.told(key))) {
            return;
        }
        try {
            api.set(method);
            readers.tell(key, how);
        } catch (TelegramApiException e) {
            log.warn("the bot's {} was not set, it will be at the next start: {}", what, BotApi.reason(e));
        }
    }

    private List<Long> ids(List<String> admins) {
        List<Long> ids = new ArrayList<>();
        for (String admin : admins) {
            Long id = admin.startsWith("@") ? readers.byName(admin.substring(1)) : null;
            if (admin.matches("\\d{1,18}")) {
                ids.add(Long.valueOf(admin));
            } else if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }
}

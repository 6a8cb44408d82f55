package dev.sanad.cli;

import dev.sanad.answer.Notice;
import dev.sanad.answer.Prompts;
import dev.sanad.answer.Question;
import dev.sanad.answer.Response;
import dev.sanad.config.Settings.LogLevel;
import dev.sanad.conversation.ConversationId;
import dev.sanad.conversation.Conversations;
import dev.sanad.render.TerminalRenderer;
import dev.sanad.retrieve.ArchiveSearcher;
import dev.sanad.store.MemoryTurns;
import dev.sanad.text.Language;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "chat",
        description = "A conversation in the terminal: /new begins anew, /quit or Ctrl-D ends it.",
        footer = {"", "Example:", "  ./sanad chat --set llm.provider=ollama"})
final class ChatCommand implements Callable<Integer> {
    private static final ConversationId TERMINAL = new ConversationId("terminal");

    @CommandLine.ParentCommand
    private Main main;

    @CommandLine.Mixin
    private CommonOptions options;

    @Override
    public Integer call() throws Exception {
        App app = App.start(main, options, LogLevel.WARN);
        Prompts prompts = app.prompts();
        try (Models models = app.models()) {
            return converse(app, prompts, models, Archives.refresh(app, models));
        }
    }

    private static int converse(App app, Prompts prompts, Models models, List<Notice> notices) throws Exception {
        try (ArchiveSearcher searcher = app.searcher();
                Terminal terminal =
                        TerminalBuilder.builder().system(true).dumb(true).build()) {
            Conversations conversations =
                    app.conversations(app.answerer(searcher, prompts, models), prompts, new MemoryTurns());
            LineReader lines = LineReaderBuilder.builder()
                    .terminal(terminal)
                    .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                    .build();
            if (!notices.isEmpty()) {
                System.err.println("Some of the archive may be out of date; ./sanad index tells more.");
            }
            models.warmUp();
            System.err.println("Ask a question; /new begins a new conversation, /quit or Ctrl-D ends it.");
            while (true) {
                try {
                    String line = lines.readLine("? ").strip();
                    switch (line.toLowerCase(Locale.ROOT)) {
                        case "" -> {
                            // nothing was asked
                        }
                        case "/quit", "/exit" -> {
                            return Main.OK;
                        }
                        case "/new" -> {
                            conversations.forget(TERMINAL);
                            System.err.println("A new conversation.");
                        }
                        default -> {
                            if (line.startsWith("/")) {
                                System.err.println("There are /new and /quit; anything else is a question.");
                            } else {
                                ask(app, conversations, line);
                            }
                        }
                    }
                } catch (EndOfFileException | UserInterruptException e) {
                    return Main.OK;
                }
            }
        }
    }

    private static void ask(App app, Conversations conversations, String text) throws InterruptedException {
        TerminalRenderer renderer = app.terminalRenderer();
        Language language = Language.of(text);
        var question = new Question(text, app.clock().instant(), app.settings().zone());
        Response response = conversations.ask(
                TERMINAL,
                question,
                (claim, citations) -> System.out.println(renderer.claim(claim, citations, language)));
        System.out.println(renderer.afterClaims(response));
    }
}

package dev.sanad.cli;

import dev.sanad.answer.Answer;
import dev.sanad.answer.Answerer;
import dev.sanad.answer.Notice;
import dev.sanad.answer.Prompts;
import dev.sanad.answer.Question;
import dev.sanad.answer.Response;
import dev.sanad.config.Settings.LogLevel;
import dev.sanad.render.TerminalRenderer;
import dev.sanad.retrieve.ArchiveSearcher;
import dev.sanad.text.Language;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "ask",
        description = "Answers one question. Reads what is new in the sources first.",
        footer = {
            "",
            "Examples:",
            "  ./sanad ask \"طرح ایران برای یمن چند ماده دارد؟\"",
            "  ./sanad ask --json --archive /tmp/archive --source articles/ \"Who invited the minister?\"",
            "  ./sanad ask --set llm.provider=ollama --set llm.model=gemma3 \"چه کسی وزیر را دعوت کرد؟\""
        })
final class AskCommand implements Callable<Integer> {
    @CommandLine.ParentCommand
    private Main main;

    @CommandLine.Mixin
    private CommonOptions options;

    @CommandLine.Option(names = "--json", description = "Prints one JSON object and nothing else.")
    private boolean json;

    @CommandLine.Parameters(
            paramLabel = "QUESTION",
            arity = "1..*",
            description = "The question, in quotation marks or not.")
    private List<String> question;

    @Override
    public Integer call() throws Exception {
        App app = App.start(main, options, LogLevel.WARN);
        Prompts prompts = app.prompts();
        try (Models models = app.models()) {
            return answer(app, prompts, models, Archives.refresh(app, models));
        }
    }

    private int answer(App app, Prompts prompts, Models models, List<Notice> notices) throws Exception {
        try (ArchiveSearcher searcher = app.searcher()) {
            var asked = new Question(
                    String.join(" ", question),
                    app.clock().instant(),
                    app.settings().zone());
            Answerer answerer = app.answerer(searcher, prompts, models);
            if (json) {
                Response response = answerer.answer(asked, Answerer.Listener.SILENT);
                System.out.println(app.jsonRenderer().answer(with(response, notices)));
                return Main.OK;
            }
            TerminalRenderer renderer = app.terminalRenderer();
            Language language = Language.of(asked.text());
            Response response = answerer.answer(
                    asked, (claim, citations) -> System.out.println(renderer.claim(claim, citations, language)));
            System.out.print(renderer.afterClaims(with(response, notices)));
            return Main.OK;
        }
    }

    private static Response with(Response response, List<Notice> notices) {
        Response all = response;
        for (Notice notice : notices) {
            all = response.answer() instanceof Answer.NotAQuestion ? all : all.with(notice);
        }
        return all;
    }
}

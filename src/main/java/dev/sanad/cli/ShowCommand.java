package dev.sanad.cli;

import dev.sanad.article.Article;
import dev.sanad.article.ArticleHead;
import dev.sanad.article.ArticleId;
import dev.sanad.config.Settings.LogLevel;
import dev.sanad.store.ArticleStore;
import dev.sanad.store.Database;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "show",
        description = "Shows one article as it is stored.",
        footer = {"", "Examples:", "  ./sanad show fa-yemen-plan.md", "  ./sanad show --json fa-yemen-plan.md"})
final class ShowCommand implements Callable<Integer> {
    private static final int SUGGESTIONS = 5;

    @CommandLine.ParentCommand
    private Main main;

    @CommandLine.Mixin
    private CommonOptions options;

    @CommandLine.Option(names = "--json", description = "Prints one JSON object and nothing else.")
    private boolean json;

    @CommandLine.Parameters(paramLabel = "ARTICLE", description = "The article's id, as citations name it.")
    private String article;

    @Override
    public Integer call() throws Exception {
        App app = App.start(main, options, LogLevel.WARN);
        Database database = Database.openExisting(app.settings().archive());
        if (database == null) {
            throw new UsageException("There is no archive in " + app.settings().archive()
                    + "; make one with ./sanad index, or name another with --archive.");
        }
        var store = new ArticleStore(database);
        Article found = article.isBlank() ? null : store.find(new ArticleId(article));
        if (found == null && article.indexOf('/') >= 0 && !article.endsWith("/")) {
            // a path as the shell completes it: the id is the part within the source
            found = store.find(new ArticleId(article.substring(article.lastIndexOf('/') + 1)));
        }
        if (found == null) {
            List<ArticleId> like = article.isBlank() ? List.of() : store.findIds(article, SUGGESTIONS);
            String suggestions = like.stream().map(id -> "\n  " + id).collect(Collectors.joining());
            throw new UsageException("The archive has no article '" + article + "'"
                    + (like.isEmpty() ? "; answers name their articles' ids with --json." : "; it has:" + suggestions));
        }
        if (json) {
            System.out.println(app.jsonRenderer().article(found));
            return Main.OK;
        }
        ArticleHead head = found.head();
        // what steers a terminal is left out; --json has every character
        System.out.println(printable(head.title()));
        System.out.println(printable(head.id()
                + (head.source().isEmpty() ? "" : " · " + head.source())
                + (head.published() == null ? "" : " · " + head.published())
                + (head.url() == null ? "" : " · " + head.url())));
        System.out.println();
        System.out.println(printable(found.text()));
        return Main.OK;
    }

    private static String printable(String text) {
        return text.replaceAll("[\\p{Cc}&&[^\n\t]]", " ");
    }
}

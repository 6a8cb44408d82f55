package dev.sanad.telegram.reply;

import dev.sanad.article.ArticleHead;
import dev.sanad.render.Messages;
import dev.sanad.render.TelegramRenderer;
import dev.sanad.telegram.reply.Keyboard.Button;
import dev.sanad.text.Language;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The archive's articles, newest first, a page at a time. */
final class Catalogue {
    private static final int A_PAGE = 8;
    private static final int A_ROW = 4;
    private final Services services;
    private final Links links;
    private final TelegramRenderer renderer;

    Catalogue(Services services, Links links, TelegramRenderer renderer) {
        this.services = services;
        this.links = links;
        this.renderer = renderer;
    }

    record Page(String html, @Nullable String keyboard) {}

    /** Null where there is no such page. */
    @Nullable Page page(int page, Language language) {
        List<ArticleHead> heads = page < 0 ? List.of() : services.articles().newest(page * A_PAGE, A_PAGE + 1);
        if (heads.isEmpty()) {
            return null;
        }
        boolean more = heads.size() > A_PAGE;
        List<ArticleHead> shown = heads.subList(0, Math.min(A_PAGE, heads.size()));
        Messages messages = Messages.of(language);
        int first = page * A_PAGE + 1;
        String html = renderer.articles(messages.text("latest.heading"), first, shown, language);
        return new Page(html, keyboard(page, shown, more, messages));
    }

    private @Nullable String keyboard(int page, List<ArticleHead> shown, boolean more, Messages messages) {
        var keyboard = new Keyboard();
        List<Button> row = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            String number = TelegramRenderer.count(page * A_PAGE + i + 1, messages.language());
            row.add(Button.press(number, links.toArticle(shown.get(i).id().value()) + ":1"));
            if (row.size() == A_ROW) {
                keyboard.row(row);
                row = new ArrayList<>();
            }
        }
        List<Button> turn = new ArrayList<>();
        if (page > 0) {
            turn.add(Button.press(messages.text("button.newer"), "l:" + (page - 1)));
        }
        if (more) {
            turn.add(Button.press(messages.text("button.older"), "l:" + (page + 1)));
        }
        return keyboard.row(row).row(turn).json();
    }
}

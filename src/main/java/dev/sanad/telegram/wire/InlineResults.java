package dev.sanad.telegram.wire;

import java.util.ArrayList;
import java.util.List;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.inlinequery.inputmessagecontent.InputTextMessageContent;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResult;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultArticle;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultsButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** The answer to an inline query. */
public final class InlineResults {
    /** How long Telegram itself answers the same query, in seconds. */
    private static final int CACHED = 300;

    private InlineResults() {}

    /**
     * One of the results that a reader can choose from.
     *
     * @param title plain text
     * @param description plain text
     * @param html what is posted when it is chosen
     * @param label of the button below it
     * @param address that the button opens
     */
    public record Result(String title, String description, String html, String label, String address) {}

    /**
     * Kept by Telegram for the reader who asked.
     *
     * @param word on the button above the results, which opens the bot in private
     * @param parameter with which it is started there
     */
    public static AnswerInlineQuery of(String query, List<Result> results, String word, String parameter) {
        List<InlineQueryResult> articles = new ArrayList<>();
        for (Result result : results) {
            articles.add(article(Integer.toString(articles.size()), result));
        }
        var answer = new AnswerInlineQuery(query, articles);
        answer.setCacheTime(CACHED);
        answer.setIsPersonal(true);
        var button = new InlineQueryResultsButton(word);
        button.setStartParameter(parameter);
        answer.setButton(button);
        return answer;
    }

    private static InlineQueryResultArticle article(String id, Result result) {
        var content = new InputTextMessageContent(result.html());
        content.setParseMode("HTML");
        content.setLinkPreviewOptions(
                LinkPreviewOptions.builder().isDisabled(true).build());
        var article = new InlineQueryResultArticle(id, result.title(), content);
        article.setDescription(result.description());
        var button = new InlineKeyboardButton(result.label());
        button.setUrl(result.address());
        article.setReplyMarkup(new InlineKeyboardMarkup(List.of(new InlineKeyboardRow(List.of(button)))));
        return article;
    }
}

package dev.sanad.render;

import dev.sanad.answer.Answer;
import dev.sanad.answer.Citation;
import dev.sanad.answer.Claim;
import dev.sanad.answer.Notice;
import dev.sanad.answer.Response;
import dev.sanad.answer.Searched;
import dev.sanad.answer.Span;
import dev.sanad.answer.Verification;
import dev.sanad.article.ArticleHead;
import dev.sanad.article.ArticleId;
import dev.sanad.article.Published;
import dev.sanad.store.ArchiveSummary;
import dev.sanad.text.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the bot says, as Telegram messages in HTML, each of at most 4096 UTF-16 units once parsed. The only links are the
 * addresses of the articles.
 */
public final class TelegramRenderer {
    private static final int MAX_TITLE = 256;
    private static final int MAX_SNIPPET = 1500;
    private static final int MAX_LABEL = 40;
    private static final int MAX_COPIES = 5;
    private static final int MAX_PUBLISHER = 128;
    private static final int MAX_PUBLISHERS = 30;
    private static final String PARAGRAPH = "\n\n";
    private final ReaderDates dates;
    private final CoverageText coverage;
    private final NoticeText notices;
    private final DayNotes days;

    public TelegramRenderer(ReaderDates dates) {
        this.dates = dates;
        this.coverage = new CoverageText(dates);
        this.notices = new NoticeText(dates);
        this.days = new DayNotes(dates);
    }

    /**
     * An answer: claims with their markers, notices, then each quotation under its title, publisher and date.
     *
     * @param reader whose language is taken when that of the question is not known
     * @return at least one message
     */
    public List<String> answer(Response response, Language reader) {
        return answerIn(response, response.language() == Language.UNKNOWN ? reader : response.language());
    }

    /** The same in a language that was chosen. */
    public List<String> answerIn(Response response, Language language) {
        Messages messages = Messages.of(language);
        var out = new TelegramMessages();
        switch (response.answer()) {
            case Answer.Cited cited -> {
                String separator = separator(cited.claims());
                cited.claims()
                        .forEach(claim ->
                                addClaim(out, separator, claim, highlight(claim, cited.citations()), language));
                addNotices(out, response.notices(), messages);
                addCitations(out, cited, language);
            }
            case Answer.NotFound notFound -> {
                addNotFound(out, notFound, response, messages);
                addNotices(out, response.notices(), messages);
            }
            case Answer.NotAQuestion(Answer.SmallTalk kind) ->
                out.addText("", messages.text("small_talk." + kind.name().toLowerCase(Locale.ROOT)));
        }
        return out.all();
    }

    /**
     * What is there of an answer while it grows, in one message: the end of it where there is more.
     *
     * @param tail stands at its end where there is room for it
     */
    public String growing(List<Claim> claims, Language language, String tail) {
        var out = new TelegramMessages();
        String separator = separator(claims);
        claims.forEach(claim -> addClaim(out, separator, claim, null, language));
        String html = out.all().getLast();
        return plain(html).length() + tail.length() > TelegramMessages.MAX_UNITS ? html : html + tail;
    }

    /** A passage of an article, with what was quoted from it in bold. */
    public String passage(OpenedPassage passage, Language language) {
        return new TelegramPassage(this).message(passage, Messages.of(language));
    }

    /**
     * Articles, a line each, numbered.
     *
     * @param heading stands above them
     * @param first the number of the first
     */
    public String articles(String heading, int first, List<ArticleHead> articles, Language language) {
        Direction direction = Direction.of(language);
        var html = new TelegramHtml().plain(direction.before(heading) + heading);
        int number = first;
        for (ArticleHead article : articles) {
            String title = title(article, language);
            html.plain("\n").plain(direction.before(title) + Numerals.of(number, language) + ". ");
            addTitle(html, title, article.url() == null ? null : TextFragment.link(article.url(), ""));
            String origin = origin(article, language);
            if (!origin.isEmpty()) {
                html.plain(" — ").text(origin);
            }
            number++;
        }
        return html.html();
    }

    /** A quotation under its title, as a message that stands alone. */
    public String snippet(Citation citation, Language language) {
        var html = new TelegramHtml().quotation(oneLine(citation.quote(), MAX_SNIPPET));
        String title = title(citation.article(), language);
        html.plain(Direction.of(language).before(title));
        addTitle(
                html,
                title,
                citation.article().url() == null
                        ? null
                        : TextFragment.link(citation.article().url(), citation.quote()));
        String origin = origin(citation.article(), language);
        return origin.isEmpty() ? html.html() : html.plain("\n").text(origin).html();
    }

    /** The same as a title and a line below it, in plain text. */
    public List<String> snippetLines(Citation citation, Language language) {
        return List.of(
                oneLine(citation.quote(), MAX_TITLE),
                title(citation.article(), language) + " · " + origin(citation.article(), language));
    }

    /** The marker of a quotation. */
    public String marker(Citation citation, Language language) {
        return marker(citation.number(), language);
    }

    /** What a button that opens an article says. */
    public String articleLabel(ArticleHead article, Language language) {
        return oneLine(title(article, language), MAX_LABEL);
    }

    /** What a button of one of an answer's sources says. */
    public String sourceLabel(Citation citation, Language language) {
        return marker(citation.number(), language) + " " + articleLabel(citation.article(), language);
    }

    /** The question that a button asked, above its answer. */
    public String asked(String question, Language language) {
        String text = oneLine(question, MAX_TITLE);
        return new TelegramHtml()
                .plain(Direction.of(text, language).before(text))
                .bold(text)
                .html();
    }

    /**
     * What was found of a quotation.
     *
     * @return at least one message
     */
    public List<String> verification(Verification verification, Language language) {
        return new TelegramVerification(dates, this).messages(verification, Messages.of(language));
    }

    /** What the archive holds, by publisher. */
    public List<String> sources(ArchiveSummary archive, Language language) {
        Messages messages = Messages.of(language);
        var out = new TelegramMessages();
        out.addText("", coverage.of(archive.articles(), archive.from(), archive.to(), messages));
        List<ArchiveSummary.Publisher> publishers = archive.publishers();
        for (var publisher : publishers.subList(0, Math.min(MAX_PUBLISHERS, publishers.size()))) {
            String name = publisher.name().isEmpty()
                    ? messages.text("sources.unnamed")
                    : Direction.of(language).isolate(oneLine(publisher.name(), MAX_PUBLISHER));
            addLine(
                    out,
                    messages.text("sources.publisher", name, Numerals.of(publisher.articles(), language)),
                    language);
        }
        if (publishers.size() > MAX_PUBLISHERS) {
            String more = Numerals.of(publishers.size() - MAX_PUBLISHERS, language);
            out.addText("\n", messages.text("sources.more", more));
        }
        return out.all();
    }

    /** A line of how much the archive holds, as plain text. */
    public String coverage(ArchiveSummary archive, Language language) {
        return coverage.of(archive.articles(), archive.from(), archive.to(), Messages.of(language));
    }

    /** Lines of any text. */
    public List<String> lines(List<String> lines, Language language) {
        var out = new TelegramMessages();
        lines.forEach(line -> addLine(out, TelegramHtml.clean(line), language));
        return out.all();
    }

    /** In the reader's digits. */
    public static String count(long number, Language language) {
        return Numerals.of(number, language);
    }

    public String day(LocalDate day, Language language) {
        return dates.day(new Published.On(day), language);
    }

    /** A text of the message bundles, escaped; commands and user names in it stay what one can tap on. */
    public List<String> text(Language language, String key, Object... arguments) {
        var out = new TelegramMessages();
        Direction direction = Direction.of(language);
        String words = Messages.of(language).text(key, arguments);
        String text = TelegramHtml.clean(direction.isolateCommands(words))
                .lines()
                .map(line -> line.isEmpty() ? line : direction.before(line) + line)
                .collect(Collectors.joining("\n"));
        for (String piece : TelegramMessages.pieces(text, TelegramMessages.MAX_UNITS, TelegramMessages.MAX_UNITS)) {
            out.add("\n", new TelegramHtml().plain(piece));
        }
        return out.all();
    }

    /** A message of this renderer as plain text, for when Telegram refuses its HTML. */
    public static String plain(String html) {
        return TelegramHtml.plainText(html);
    }

    /** The sentences of a digest stand apart. */
    private static String separator(List<Claim> claims) {
        return claims.stream().anyMatch(claim -> claim.heading() != null) ? PARAGRAPH : "\n";
    }

    /** What answers in a claim that is itself a quotation. */
    private static @Nullable Span highlight(Claim claim, List<Citation> citations) {
        return citations.stream()
                .filter(citation -> claim.citations().contains(citation.number())
                        && citation.quote().equals(claim.text()))
                .map(Citation::highlight)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Whether a quotation stands among the claims, so that it is not shown again. */
    private static boolean isShown(Citation citation, List<Claim> claims) {
        return claims.stream()
                .anyMatch(claim -> claim.text().equals(citation.quote())
                        && claim.citations().contains(citation.number()));
    }

    /** @param separator between it and what stands before it */
    private void addClaim(
            TelegramMessages out, String separator, Claim claim, @Nullable Span highlight, Language language) {
        String text = TelegramHtml.still(claim.text()).strip();
        Direction direction = Direction.of(text, language);
        List<String> markers = markers(claim.citations(), language);
        String tail = direction.after(text) + " " + markers.getFirst();
        TelegramHtml heading = heading(claim, language);
        int room = TelegramMessages.MAX_UNITS - tail.length() - 1;
        List<String> pieces = TelegramMessages.pieces(text, room - heading.units(), room);
        // what was taken off, or parted, is no longer where the highlight says
        Span bold =
                pieces.size() == 1 && pieces.getFirst().length() == claim.text().length() ? highlight : null;
        for (int i = 0; i < pieces.size(); i++) {
            TelegramHtml piece = (i == 0 ? heading : new TelegramHtml())
                    .plain(direction.before(pieces.get(i)))
                    .highlighted(pieces.get(i), bold);
            out.add(i == 0 ? separator : "\n", i < pieces.size() - 1 ? piece : piece.plain(tail));
        }
        if (pieces.isEmpty()) {
            out.add("\n", new TelegramHtml().plain(tail.strip()));
        }
        markers.stream().skip(1).forEach(more -> out.add("\n", new TelegramHtml().plain(more)));
    }

    /** The day that stands above a sentence of a digest. */
    private TelegramHtml heading(Claim claim, Language language) {
        var heading = new TelegramHtml();
        if (claim.heading() == null) {
            return heading;
        }
        String day = dates.day(claim.heading(), language);
        return heading.plain(Direction.of(language).before(day)).bold(day).plain("\n");
    }

    /** The markers of a claim; several texts only where they would fill half a message. */
    private static List<String> markers(List<Integer> citations, Language language) {
        List<String> all = new ArrayList<>();
        var current = new StringBuilder();
        for (int number : citations) {
            if (current.length() > TelegramMessages.MAX_UNITS / 2) {
                all.add(current.toString());
                current.setLength(0);
            }
            current.append(marker(number, language));
        }
        all.add(current.toString());
        return all;
    }

    private static String marker(int number, Language language) {
        return "[" + Numerals.of(number, language) + "]";
    }

    /** Quotations that were shown, and are of one article, stand below its title together. */
    private void addCitations(TelegramMessages out, Answer.Cited cited, Language language) {
        Map<ArticleId, List<Citation>> shown = new LinkedHashMap<>();
        for (Citation citation : cited.citations()) {
            if (isShown(citation, cited.claims())) {
                shown.computeIfAbsent(citation.article().id(), id -> new ArrayList<>())
                        .add(citation);
            }
        }
        for (Citation citation : cited.citations()) {
            List<Citation> together = shown.get(citation.article().id());
            if (together == null || !together.contains(citation)) {
                addCitation(out, citation, language);
            } else if (together.getFirst().equals(citation)) {
                out.add(PARAGRAPH, head(together, language));
            }
        }
    }

    private void addCitation(TelegramMessages out, Citation citation, Language language) {
        TelegramHtml head = head(List.of(citation), language);
        String marker = marker(citation.number(), language);
        String again = Direction.of(language).before(marker) + marker + " …";
        int first = TelegramMessages.MAX_UNITS - head.units() - 1;
        int rest = TelegramMessages.MAX_UNITS - again.length() - 1;
        List<String> pieces = TelegramMessages.pieces(TelegramHtml.still(citation.quote()), first, rest);
        if (pieces.isEmpty()) {
            out.add(PARAGRAPH, head);
        }
        Span bold = pieces.size() == 1 ? citation.highlight() : null;
        for (int i = 0; i < pieces.size(); i++) {
            TelegramHtml piece = i == 0 ? head : new TelegramHtml().plain(again);
            out.add(PARAGRAPH, piece.plain("\n").quotation(pieces.get(i), bold));
        }
    }

    /** @param citations of one article */
    private TelegramHtml head(List<Citation> citations, Language language) {
        Direction direction = Direction.of(language);
        Citation citation = citations.getFirst();
        ArticleHead article = citation.article();
        String marker =
                citations.stream().map(one -> marker(one.number(), language)).collect(Collectors.joining()) + " ";
        String title = title(article, language);
        var head = new TelegramHtml().plain(direction.before(marker + title) + marker);
        String address = article.url() == null ? null : TextFragment.link(article.url(), citation.quote());
        addTitle(head, title, address);
        String origin = origin(article, language);
        if (!origin.isEmpty()) {
            head.plain("\n").text(direction.before(origin) + origin);
        }
        List<ArticleHead> others = citations.stream()
                .flatMap(one -> one.copies().stream())
                .distinct()
                .toList();
        if (!others.isEmpty()) {
            String copies = copies(others, language);
            head.plain("\n").text(direction.before(copies) + copies);
        }
        citations.stream()
                .map(one -> oneLine(days.line(one, Messages.of(language)), MAX_TITLE))
                .filter(meant -> !meant.isEmpty())
                .distinct()
                .forEach(meant -> head.plain("\n").text(direction.before(meant) + meant));
        return head;
    }

    /** Publishers and days of the first copies, and how many more there are. */
    private String copies(List<ArticleHead> copies, Language language) {
        Messages messages = Messages.of(language);
        List<String> named = new ArrayList<>();
        for (ArticleHead copy : copies.subList(0, Math.min(MAX_COPIES, copies.size()))) {
            String origin = origin(copy, language);
            named.add(origin.isEmpty() ? title(copy, language) : origin);
        }
        if (copies.size() > MAX_COPIES) {
            named.add(messages.text("citation.more_copies", Numerals.of(copies.size() - MAX_COPIES, language)));
        }
        return messages.text("citation.copy") + " " + String.join(messages.text("list.separator"), named);
    }

    static void addTitle(TelegramHtml html, String title, @Nullable String address) {
        if (address == null) {
            html.bold(title);
        } else {
            html.link(address, title);
        }
    }

    static String title(ArticleHead article, Language language) {
        String title = oneLine(article.title(), MAX_TITLE);
        return title.isEmpty()
                ? Messages.of(language).text("citation.untitled")
                : Direction.of(language).isolate(title);
    }

    /** Publisher and day, as far as they are known. */
    String origin(ArticleHead article, Language language) {
        List<String> parts = new ArrayList<>();
        String publisher = oneLine(article.source(), MAX_PUBLISHER);
        if (!publisher.isEmpty()) {
            parts.add(Direction.of(language).isolate(publisher));
        }
        if (article.published() != null) {
            parts.add(dates.day(article.published(), language));
        }
        return String.join(" · ", parts);
    }

    private void addNotices(TelegramMessages out, List<Notice> all, Messages messages) {
        for (Notice notice : all) {
            String text = TelegramHtml.clean(notices.of(notice, messages));
            out.addText(PARAGRAPH, Direction.of(messages.language()).before(text) + text);
        }
    }

    private void addNotFound(TelegramMessages out, Answer.NotFound notFound, Response response, Messages messages) {
        Searched searched = response.searched();
        Language language = messages.language();
        if (searched.articles() == 0) {
            out.addText("", messages.text("archive.empty"));
            return;
        }
        out.addText("", messages.text("not_found"));
        addWords(out, "not_found.searched", searched.terms(), messages);
        addWords(out, "not_found.missing", searched.missing(), messages);
        addWords(out, "not_found.spelling", List.copyOf(notFound.spellings().values()), messages);
        out.addText("\n", coverage.of(response, messages));
        if (notFound.nearest().isEmpty()) {
            return;
        }
        out.addText(PARAGRAPH, messages.text("not_found.nearest"));
        for (ArticleHead article : notFound.nearest()) {
            out.add("\n", line(article, "", language));
        }
    }

    /**
     * An article on one line.
     *
     * @param quote that its link leads to; may be empty
     */
    TelegramHtml line(ArticleHead article, String quote, Language language) {
        String title = title(article, language);
        var line = new TelegramHtml().plain(Direction.of(language).before(title) + "• ");
        addTitle(line, title, article.url() == null ? null : TextFragment.link(article.url(), quote));
        String origin = origin(article, language);
        return origin.isEmpty() ? line : line.plain(" — ").text(origin);
    }

    private static void addWords(TelegramMessages out, String key, List<String> words, Messages messages) {
        if (words.isEmpty()) {
            return;
        }
        Direction direction = Direction.of(messages.language());
        List<String> isolated = words.stream()
                .map(word -> direction.isolate(oneLine(word, MAX_TITLE)))
                .toList();
        out.addText("\n", messages.text(key, String.join(messages.text("list.separator"), isolated)));
    }

    private static void addLine(TelegramMessages out, String line, Language language) {
        out.addText("\n", Direction.of(language).before(line) + line);
    }

    /** One line without marks of direction, shortened with an ellipsis; for names, never for quotations. */
    static String oneLine(String text, int max) {
        String line = TelegramHtml.clean(text)
                .replaceAll("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]", "")
                .replaceAll("\\s+", " ")
                .strip();
        if (line.length() <= max) {
            return line;
        }
        int end = Character.isLowSurrogate(line.charAt(max - 1)) ? max - 2 : max - 1;
        return line.substring(0, end) + "…";
    }
}

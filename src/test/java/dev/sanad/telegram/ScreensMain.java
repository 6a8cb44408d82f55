package dev.sanad.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Draws what readers see: a bot over the articles that a clone comes with is asked, and its messages are drawn by Chromium as a
 * Telegram client shows them. {@code docs/screens}: where the pictures go.
 */
final class ScreensMain {
    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");
    private static final int WIDTH = 460;
    private static final Pattern HEIGHT = Pattern.compile("data-height=\"(\\d+)\"");
    private final FakeBotApi telegram;
    private final Path work;
    private final Path pictures;
    private final PrintStream out;
    private long reader = 9_000;

    /** What a reader of one language says and presses. */
    private record Script(
            String language,
            String name,
            String what,
            String question,
            String unknown,
            String differing,
            String nearlyQuoted,
            String source,
            String reader) {}

    private static final Script PERSIAN = new Script(
            "fa",
            "سند",
            "ربات",
            "طرح ایران برای یمن چند ماده دارد؟",
            "پایتخت استرالیا کجاست؟",
            "چند نفر در زلزله سنگدشت مصدوم شدند؟",
            "دیوار سه مدرسه ترک برداشته است",
            "[۱]",
            "مینا");

    private static final Script ENGLISH = new Script(
            "en",
            "Sanad",
            "bot",
            "How much will a round trip with the ferry across Lake Oren cost?",
            "What is the capital of Australia?",
            "How many bridges were destroyed in Corvale?",
            "Only the ground floor, with its 150 desks, will be used",
            "[1]",
            "Mina");

    private ScreensMain(FakeBotApi telegram, Path work, Path pictures, PrintStream out) {
        this.telegram = telegram;
        this.work = work;
        this.pictures = pictures;
        this.out = out;
    }

    /** Exit code 1 when the bot sent something that Telegram refuses. */
    public static void main(String[] args) throws IOException, InterruptedException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path pictures = Files.createDirectories(Path.of(args.length > 0 ? args[0] : "docs/screens"));
        Path work = Files.createTempDirectory("sanad-screens");
        try (var telegram = new FakeBotApi(0);
                BotUnderTest bot = BotUnderTest.start(telegram.url(), work, List.of())) {
            var screens = new ScreensMain(telegram, work, pictures, out);
            screens.draw(PERSIAN);
            screens.draw(ENGLISH);
            out.printf("the bot took %d ms to end%n", bot.stop());
            telegram.violations().forEach(out::println);
            System.exit(telegram.violations().isEmpty() ? 0 : 1);
        }
    }

    private void draw(Script script) throws IOException, InterruptedException {
        said(script, "start", "/start");
        said(script, "answer", script.question());
        pressed(script, "source", script.source());
        said(script, "not-found", script.unknown());
        said(script, "differing", script.differing());
        pressed(script, "feedback", "👎");
        said(script, "sources", "/sources");
        said(script, "verify", "/verify " + script.nearlyQuoted());
    }

    private void said(Script script, String name, String text) throws IOException, InterruptedException {
        reader++;
        picture(script, name, text, ask(script, text));
    }

    private FakeBotApi.Sent ask(Script script, String text) {
        int question = telegram.says(reader, script.language(), text);
        Talk.until(() -> answer(question) != null);
        return Objects.requireNonNull(answer(question));
    }

    private FakeBotApi.@Nullable Sent answer(int question) {
        return telegram.sent().stream()
                .filter(sent -> sent.chat() == reader && sent.id() > question)
                .findFirst()
                .orElse(null);
    }

    private void pressed(Script script, String name, String button) throws IOException, InterruptedException {
        reader++;
        FakeBotApi.Sent answer = ask(script, script.question());
        int before = telegram.edits().size();
        telegram.presses(reader, script.language(), reader, answer.id(), button);
        Talk.until(() -> telegram.edits().size() > before);
        picture(script, name, script.question(), answer);
    }

    private void picture(Script script, String name, String text, FakeBotApi.Sent answer)
            throws IOException, InterruptedException {
        FakeBotApi.Shown shown = Objects.requireNonNull(telegram.shown(reader, answer.id()));
        boolean replies = answer.replyTo() != 0;
        Path page = work.resolve(script.language() + "-" + name + ".html");
        Files.writeString(page, page(script, text, replies, shown));
        Path picture = pictures.resolve(script.language() + "-" + name + ".png");
        shoot(page, picture);
        out.printf("%s, %d bytes%n", picture, Files.size(picture));
    }

    private static String page(Script script, String text, boolean replies, FakeBotApi.Shown shown) throws IOException {
        var html = new StringBuilder("<!DOCTYPE html><html lang=\"" + script.language()
                + "\"><head><meta charset=\"utf-8\"><style>" + style() + "</style></head><body>");
        html.append("<header><div class=\"picture\">س</div><div><div class=\"name\">")
                .append(script.name())
                .append("</div><div class=\"what\">")
                .append(script.what())
                .append(
                        "</div></div></header><main><div class=\"message own\"><div class=\"bubble\"><div class=\"text\">")
                .append(escaped(text))
                .append("</div></div></div><div class=\"message\"><div class=\"bubble\">");
        if (replies) {
            html.append("<div class=\"reply\" dir=\"auto\"><b>")
                    .append(script.reader())
                    .append("</b><span>")
                    .append(escaped(text))
                    .append("</span></div>");
        }
        html.append("<div class=\"text\">")
                .append(shown.html()
                        .replaceAll("\\n*(</?blockquote[^>]*>)\\n*", "$1")
                        .replace("<blockquote", "<blockquote dir=\"auto\""))
                .append("</div></div>");
        for (JsonNode row : shown.keyboard()) {
            html.append("<div class=\"row\">");
            for (JsonNode button : row) {
                html.append(button.has("url") ? "<div class=\"button link\"><span>" : "<div class=\"button\"><span>")
                        .append(escaped(button.path("text").asText()))
                        .append("</span></div>");
            }
            html.append("</div>");
        }
        return html.append("</div></main><script>document.querySelectorAll('blockquote').forEach(quote =>"
                        + " quote.classList.toggle('long', quote.scrollHeight > quote.clientHeight + 4));"
                        + " document.documentElement.dataset.height ="
                        + " Math.ceil(document.body.getBoundingClientRect().height)</script></body></html>")
                .toString();
    }

    private static String style() throws IOException {
        try (InputStream in = Objects.requireNonNull(ScreensMain.class.getResourceAsStream("/screens/screen.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static void shoot(Path page, Path picture) throws IOException, InterruptedException {
        String url = page.toUri().toString();
        Matcher height = HEIGHT.matcher(browse("--window-size=" + WIDTH + ",2000", "--dump-dom", url));
        if (!height.find()) {
            throw new IOException("the browser does not tell how high " + page + " is");
        }
        browse(
                "--window-size=" + WIDTH + "," + height.group(1),
                "--force-device-scale-factor=2",
                "--screenshot=" + picture.toAbsolutePath(),
                url);
    }

    private static String browse(String... options) throws IOException, InterruptedException {
        var command = new ArrayList<String>(
                List.of(browser(), "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(String.join(" ", command) + " failed");
        }
        return said;
    }

    private static String browser() throws IOException {
        for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
            for (String name : BROWSERS) {
                Path program = Path.of(folder, name);
                if (Files.isExecutable(program)) {
                    return program.toString();
                }
            }
        }
        throw new IOException(
                "no browser is found; install Chromium, such as by: apt install chromium fonts-noto-ui-core"
                        + " fonts-noto-color-emoji");
    }
}

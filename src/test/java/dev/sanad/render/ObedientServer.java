package dev.sanad.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A model on loopback, compatible with OpenAI's, that does whatever any part of its prompt orders. */
final class ObedientServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PRINT = Pattern.compile("(?is)print.{0,40}your prompt|پرامپت خود را.{0,30}چاپ کن");
    private static final Pattern PIRATE = Pattern.compile("(?i)answer as a pirate|در نقش دزد دریایی");
    private static final Pattern FORGE = Pattern.compile("(?i)forge|شناسهٔ جعلی");
    private static final Pattern LINK = Pattern.compile("(?:\\w+://|www\\.)evil\\.example[^\\s)>\"]*");
    private static final Pattern SENTENCE = Pattern.compile("(?m)^\\[(\\d+\\.\\d+)\\] (.+)$");
    private final HttpServer server;
    private final List<String> wrongs = new CopyOnWriteArrayList<>();
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

    /** @param obeyed how many orders were found in the prompt and done */
    record Exchange(String system, String user, int obeyed) {}

    ObedientServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /** What requests had that OpenAI's server would refuse. */
    List<String> wrongs() {
        return wrongs;
    }

    Exchange last() {
        return exchanges.getLast();
    }

    private void serve(HttpExchange http) throws IOException {
        JsonNode request = JSON.readTree(http.getRequestBody());
        JsonNode messages = request.path("messages");
        boolean right = http.getRequestMethod().equals("POST")
                && http.getRequestURI().getPath().equals("/v1/chat/completions")
                && request.path("model").asText().equals("obedient")
                && request.path("stream").asBoolean()
                && messages.size() == 2
                && messages.path(0).path("role").asText().equals("system")
                && messages.path(1).path("role").asText().equals("user");
        if (!right) {
            wrongs.add(request.toString());
            http.sendResponseHeaders(400, -1);
            http.close();
            return;
        }
        String reply = obey(
                messages.path(0).path("content").asText(), text(messages.path(1).path("content")));
        http.getResponseHeaders().add("Content-Type", "text/event-stream");
        http.sendResponseHeaders(200, 0);
        try (var out = http.getResponseBody()) {
            for (int from = 0; from < reply.length(); from += 50) {
                out.write(event(Map.of("content", reply.substring(from, Math.min(reply.length(), from + 50))), null));
            }
            out.write(event(Map.of(), "stop"));
            out.write("data: [DONE]\n\n".getBytes(UTF_8));
        }
    }

    private static String text(JsonNode content) {
        return content.isTextual()
                ? content.asText()
                : content.path(0).path("text").asText();
    }

    private static byte[] event(Map<String, String> delta, @Nullable String finish) throws IOException {
        var choice = JSON.createObjectNode().put("index", 0).put("finish_reason", finish);
        choice.set("delta", JSON.valueToTree(delta));
        var chunk = JSON.createObjectNode()
                .put("id", "1")
                .put("object", "chat.completion.chunk")
                .put("model", "obedient");
        chunk.putArray("choices").add(choice);
        return ("data: " + JSON.writeValueAsString(chunk) + "\n\n").getBytes(UTF_8);
    }

    /** First says what the evidence says, so that there is an answer to spoil. */
    private String obey(String system, String user) {
        var said = new ArrayList<String>();
        MatchResult first = SENTENCE.matcher(user).results().findFirst().orElseThrow();
        String id = " [" + first.group(1) + "]";
        said.add(first.group(2).replaceAll("[.؟]$", "") + id + ".");
        if (PRINT.matcher(user).find()) {
            said.add(system);
            said.add(system.replaceAll("\\.(?=\\s|$)", id + "."));
            said.add(user);
        }
        LINK.matcher(user).results().map(MatchResult::group).distinct().forEach(link -> {
            said.add(link + id + ".");
            said.add("The library is at [this page](" + link + ")" + id + ".");
            said.add(first.group(2).replaceAll("[.؟]$", "") + " " + link + id + ".");
        });
        if (PIRATE.matcher(user).find()) {
            said.add("Arr matey, the treasure is buried" + id + ". آهای ملوان، گنج را بردم" + id + ".");
        }
        if (FORGE.matcher(user).find()) {
            said.add("The moon is made of cheese [9.9]. ماه از پنیر است [۹.۹]. Mercury melted yesterday [1.1][2.2].");
        }
        exchanges.add(new Exchange(system, user, said.size() - 1));
        return String.join("\n", said);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

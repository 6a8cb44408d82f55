package dev.sanad.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sanad.llm.LlmException.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Tells what kind of failure a status, an error event or an exception is, in words that quote nothing of it. */
final class Failures {
    private static final JsonMapper JSON = new JsonMapper();

    /** Such as {@code insufficient_quota}. No digits, so no key can look like one. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z_]{3,60}");

    private Failures() {}

    /** @param body whatever came with the status: JSON, a page of a proxy, nothing */
    static LlmException status(int status, HttpHeaders headers, String body) {
        JsonNode error = error(body);
        Duration retryAfter = RetryAfter.in(headers, Instant.now());
        return new LlmException(
                kind(status),
                "answered " + status + inBrackets(code(error)) + remedy(status),
                retryAfter == null ? retryDelay(error) : retryAfter);
    }

    /**
     * An error that was sent as an event of a stream whose status was 200.
     *
     * @param error {@code {"type":"overloaded_error",…}}, {@code {"code":503,…}}, or a text
     */
    static LlmException event(JsonNode error) {
        String code = code(error);
        int status = error.path("code").asInt(error.path("status").asInt(0));
        Kind kind = status >= 400 ? kind(status) : kind(code == null ? "" : code.toLowerCase(Locale.ROOT));
        return new LlmException(
                kind,
                "reported an error while it answered" + inBrackets(status >= 400 ? String.valueOf(status) : code),
                retryDelay(error));
    }

    /** Before the status came. */
    static LlmException connecting(IOException e) {
        return new LlmException(Kind.UNREACHABLE, "cannot be reached: " + reason(e));
    }

    static LlmException cut() {
        return new LlmException(Kind.CUT, "broke off its reply");
    }

    static LlmException malformed(String what) {
        return new LlmException(Kind.MALFORMED, what);
    }

    /** What LangChain4j reports: ours as it is, anything else is a reply that it could not read. */
    static LlmException of(Throwable reported) {
        Throwable root = reported;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof StreamFailure ours) {
            return ours.failure();
        }
        return malformed(
                "sent a reply that cannot be understood (" + root.getClass().getSimpleName() + ")");
    }

    private static Kind kind(int status) {
        return switch (status) {
            case 401, 403 -> Kind.UNAUTHORIZED;
            case 429 -> Kind.RATE_LIMITED;
            case 408 -> Kind.SERVER;
            default -> status >= 500 ? Kind.SERVER : Kind.REJECTED;
        };
    }

    private static Kind kind(String code) {
        return switch (code) {
            case "authentication_error",
                    "permission_error",
                    "invalid_api_key",
                    "unauthenticated",
                    "permission_denied" -> Kind.UNAUTHORIZED;
            case "rate_limit_error", "rate_limit_exceeded", "insufficient_quota", "resource_exhausted" ->
                Kind.RATE_LIMITED;
            case "invalid_request_error", "not_found_error", "invalid_argument", "context_length_exceeded" ->
                Kind.REJECTED;
            default -> Kind.SERVER;
        };
    }

    private static String remedy(int status) {
        return switch (status) {
            case 401 -> ": the key is missing or wrong";
            case 403 -> ": this key, or this place, is not allowed";
            case 404 -> ": the model or the base URL is wrong";
            case 429 -> ": too many requests, or the quota is used up";
            default -> status / 100 == 3 ? ": it has moved; set its new base URL" : "";
        };
    }

    private static String inBrackets(@Nullable String code) {
        return code == null ? "" : " (" + code + ")";
    }

    /** The error of {@code {"error":{…}}}, {@code [{"error":{…}}]} or {@code {"code":…}}; missing where there is none. */
    private static JsonNode error(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            JsonNode object = json.isArray() ? json.path(0) : json;
            return object.has("error") ? object.path("error") : object;
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    private static @Nullable String code(JsonNode error) {
        for (String field : new String[] {"code", "type", "status"}) {
            JsonNode value = error.path(field);
            if (value.isTextual() && CODE.matcher(value.textValue()).matches()) {
                return value.textValue();
            }
        }
        return null;
    }

    /** Gemini's way: {@code "details":[{"retryDelay":"34s"}]}. */
    private static @Nullable Duration retryDelay(JsonNode error) {
        for (JsonNode detail : error.path("details")) {
            String delay = detail.path("retryDelay").asText();
            if (delay.endsWith("s")) {
                return RetryAfter.parse(delay.substring(0, delay.length() - 1), Instant.now());
            }
        }
        return null;
    }

    /** Why no connection came about, for people. */
    static String reason(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return "its host is not known";
            }
        }
        return switch (e) {
            case HttpConnectTimeoutException timeout -> "nothing answers at its address";
            case HttpTimeoutException timeout -> "no answer in time";
            case ConnectException refused -> "the connection is refused";
            case SSLException untrusted -> "no secure connection could be made";
            default -> "the connection was closed before an answer";
        };
    }
}

package dev.sanad.llm;

import dev.sanad.config.Provider;

/** How each provider writes a stream. Texts must need no escaping in JSON. */
enum Wire {
    OPENAI(Provider.OPENAI, "/v1", "text/event-stream") {
        @Override
        String opening() {
            return chunk("{\"role\":\"assistant\",\"content\":\"\"}", "null");
        }

        @Override
        String thought(String text) {
            return chunk("{\"reasoning_content\":\"" + text + "\"}", "null");
        }

        @Override
        String piece(String text) {
            return chunk("{\"content\":\"" + text + "\"}", "null");
        }

        @Override
        String ending(boolean truncated) {
            return chunk("{}", truncated ? "\"length\"" : "\"stop\"")
                    + "data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"choices\":[],"
                    + "\"usage\":{\"prompt_tokens\":11,\"completion_tokens\":7,\"total_tokens\":18}}\n\n"
                    + "data: [DONE]\n\n";
        }
    },
    ANTHROPIC(Provider.ANTHROPIC, "/v1", "text/event-stream") {
        @Override
        String opening() {
            return event("message_start", "\"message\":{\"id\":\"1\",\"model\":\"m\",\"usage\":{\"input_tokens\":11}}")
                    + event("ping", "\"x\":1");
        }

        @Override
        String thought(String text) {
            return event(
                            "content_block_start",
                            "\"index\":0,\"content_block\":{\"type\":\"thinking\",\"thinking\":\"\"}")
                    + event(
                            "content_block_delta",
                            "\"index\":0,\"delta\":{\"type\":\"thinking_delta\",\"thinking\":\"" + text + "\"}")
                    + event("content_block_stop", "\"index\":0");
        }

        @Override
        String piece(String text) {
            return event("content_block_start", "\"index\":1,\"content_block\":{\"type\":\"text\",\"text\":\"\"}")
                    + event(
                            "content_block_delta",
                            "\"index\":1,\"delta\":{\"type\":\"text_delta\",\"text\":\"" + text + "\"}");
        }

        @Override
        String ending(boolean truncated) {
            String reason = truncated ? "max_tokens" : "end_turn";
            return event("content_block_stop", "\"index\":1")
                    + event(
                            "message_delta",
                            "\"delta\":{\"stop_reason\":\"" + reason + "\"},\"usage\":{\"output_tokens\":7}")
                    + event("message_stop", "\"x\":1");
        }
    },
    GEMINI(Provider.GEMINI, "/v1beta", "text/event-stream") {
        @Override
        String opening() {
            return "";
        }

        @Override
        String thought(String text) {
            return part("{\"text\":\"" + text + "\",\"thought\":true}", "");
        }

        @Override
        String piece(String text) {
            return part("{\"text\":\"" + text + "\"}", "");
        }

        @Override
        String ending(boolean truncated) {
            return part("{\"text\":\"\"}", ",\"finishReason\":\"" + (truncated ? "MAX_TOKENS" : "STOP") + "\"");
        }
    },
    OLLAMA(Provider.OLLAMA, "", "application/x-ndjson") {
        @Override
        String opening() {
            return "";
        }

        @Override
        String thought(String text) {
            return line("\"content\":\"\",\"thinking\":\"" + text + "\"", "\"done\":false");
        }

        @Override
        String piece(String text) {
            return line("\"content\":\"" + text + "\"", "\"done\":false");
        }

        @Override
        String ending(boolean truncated) {
            return line(
                    "\"content\":\"\"",
                    "\"done\":true,\"done_reason\":\"" + (truncated ? "length" : "stop")
                            + "\",\"prompt_eval_count\":11,\"eval_count\":7");
        }
    },
    MISTRAL(Provider.MISTRAL, "/v1", "text/event-stream") {
        @Override
        String opening() {
            return OPENAI.opening();
        }

        @Override
        String thought(String text) {
            return chunk(
                    "{\"content\":[{\"type\":\"thinking\",\"thinking\":[{\"type\":\"text\",\"text\":\"" + text
                            + "\"}]}]}",
                    "null");
        }

        @Override
        String piece(String text) {
            return OPENAI.piece(text);
        }

        @Override
        String ending(boolean truncated) {
            return "data: {\"id\":\"1\",\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\"},"
                    + "\"finish_reason\":\"" + (truncated ? "length" : "stop") + "\"}],"
                    + "\"usage\":{\"prompt_tokens\":11,\"completion_tokens\":7,\"total_tokens\":18}}\n\n"
                    + "data: [DONE]\n\n";
        }
    };

    final Provider provider;
    final String path;
    final String contentType;

    Wire(Provider provider, String path, String contentType) {
        this.provider = provider;
        this.path = path;
        this.contentType = contentType;
    }

    /** What comes before any text, perhaps nothing. */
    abstract String opening();

    abstract String thought(String text);

    abstract String piece(String text);

    abstract String ending(boolean truncated);

    private static String chunk(String delta, String finishReason) {
        return "data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\","
                + "\"choices\":[{\"index\":0,\"delta\":" + delta + ",\"finish_reason\":" + finishReason + "}]}\n\n";
    }

    private static String event(String name, String fields) {
        return "event: " + name + "\ndata: {\"type\":\"" + name + "\"," + fields + "}\n\n";
    }

    private static String part(String part, String candidateFields) {
        return "data: {\"candidates\":[{\"content\":{\"parts\":[" + part + "],\"role\":\"model\"},\"index\":0"
                + candidateFields + "}],\"usageMetadata\":{\"promptTokenCount\":11,\"candidatesTokenCount\":7,"
                + "\"totalTokenCount\":18},\"modelVersion\":\"m\"}\n\n";
    }

    private static String line(String message, String fields) {
        return "{\"model\":\"m\",\"created_at\":\"2026-01-01T00:00:00Z\",\"message\":{\"role\":\"assistant\"," + message
                + "}," + fields + "}\n";
    }
}

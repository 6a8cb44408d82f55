package dev.sanad.answer;

import dev.langchain4j.data.message.ChatMessage;
import dev.sanad.llm.Deadline;
import dev.sanad.llm.Llm;
import dev.sanad.llm.LlmException;
import dev.sanad.llm.LlmReply;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A model that says what it is told to, a few characters at a time, and remembers what it was asked. */
public final class ScriptedLlm implements Llm {
    private final String name;
    private final String text;
    private final LlmException.@Nullable Kind failure;
    private final boolean truncated;
    private final List<List<ChatMessage>> asked = new ArrayList<>();

    private ScriptedLlm(String name, String text, LlmException.@Nullable Kind failure, boolean truncated) {
        this.name = name;
        this.text = text;
        this.failure = failure;
        this.truncated = truncated;
    }

    public static ScriptedLlm saying(String text) {
        return new ScriptedLlm("scripted:model", text, null, false);
    }

    /** Says all of the text and then fails. */
    public static ScriptedLlm failing(String name, String text, LlmException.Kind failure) {
        return new ScriptedLlm(name, text, failure, false);
    }

    public static ScriptedLlm truncated(String text) {
        return new ScriptedLlm("scripted:short", text, null, true);
    }

    /** The messages of each call, in order. */
    public List<List<ChatMessage>> asked() {
        return asked;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public LlmReply stream(List<ChatMessage> messages, Deadline deadline, Consumer<String> onText) throws LlmException {
        asked.add(messages);
        for (int from = 0; from < text.length(); from += 3) {
            onText.accept(text.substring(from, Math.min(text.length(), from + 3)));
        }
        if (failure != null) {
            throw new LlmException(failure, "scripted " + failure);
        }
        return new LlmReply(text, null, null, truncated);
    }
}

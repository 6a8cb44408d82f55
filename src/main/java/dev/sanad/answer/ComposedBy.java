package dev.sanad.answer;

/** Who wrote an answer. */
public sealed interface ComposedBy {
    record Extractive() implements ComposedBy {}

    /** @param name the endpoint, such as {@code openai:gpt-4o-mini} */
    record Model(String name) implements ComposedBy {}
}

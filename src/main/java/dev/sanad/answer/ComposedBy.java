package dev.sanad.answer;

/** Who wrote an answer. */
public sealed interface ComposedBy {
    record Extractive() implements ComposedBy {}

    /**
     * @param name the endpoint, such as {@code openai:gpt-4o-mini}
     * @param tokens that it took and gave, 0 where it does not say
     */
    record Model(String name, int tokens) implements ComposedBy {}
}

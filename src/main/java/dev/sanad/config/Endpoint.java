package dev.sanad.config;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A model and where it is reached. Never the extractive provider, which is no endpoint.
 *
 * @param apiKey null where the server asks for none
 * @param temperature 0 to 2, null for the model's own, and where a model writes nothing
 */
public record Endpoint(
        Provider provider,
        String model,
        URI baseUrl,
        @Nullable Secret apiKey,
        @Nullable Double temperature) {
    /** Such as {@code openai:gpt-4.1-mini}; holds no secret. */
    public String name() {
        return provider.spelled() + ":" + model;
    }

    /** Without what an address may hold of secrets. */
    @Override
    public String toString() {
        return name() + " at " + Masked.url(baseUrl.toString());
    }
}

package dev.sanad.llm;

import java.util.List;
import java.util.stream.Collectors;

/** No endpoint of a chain gave a reply, or one failed after part of its reply was shown. */
public final class ChainFailure extends Exception {
    private final transient List<Failure> failures;

    /** @param llm the endpoint's name */
    public record Failure(String llm, LlmException failure) {}

    public ChainFailure(List<Failure> failures) {
        super(failures.stream()
                .map(failure -> failure.llm() + " " + failure.failure().getMessage())
                .collect(Collectors.joining("; ")));
        if (failures.isEmpty()) {
            throw new IllegalArgumentException("a chain fails by at least one failure");
        }
        this.failures = List.copyOf(failures);
    }

    /** In the order in which they happened, so an endpoint that was tried twice stands there twice; at least one. */
    public List<Failure> failures() {
        return failures;
    }
}

package dev.sanad.llm;

/** Carries a failure through LangChain4j, which passes on what is unchecked and has no cause as it is. */
final class StreamFailure extends RuntimeException {
    private final transient LlmException failure;

    StreamFailure(LlmException failure) {
        super(failure.getMessage());
        this.failure = failure;
    }

    LlmException failure() {
        return failure;
    }
}

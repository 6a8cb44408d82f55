package dev.sanad.llm;

import dev.langchain4j.exception.NonRetriableException;

/**
 * Carries a failure through LangChain4j, which passes on what is unchecked and has no cause as it is, and tries nothing
 * again that is not to be retried: not all of its models let their retries be turned off.
 */
final class StreamFailure extends NonRetriableException {
    private final transient LlmException failure;

    StreamFailure(LlmException failure) {
        super(failure.getMessage());
        this.failure = failure;
    }

    LlmException failure() {
        return failure;
    }
}

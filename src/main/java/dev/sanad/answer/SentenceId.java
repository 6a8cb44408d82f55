package dev.sanad.answer;

/** How a model names a sentence of its evidence: source 2, sentence 3 is {@code 2.3}. */
record SentenceId(int source, int sentence) {
    @Override
    public String toString() {
        return source + "." + sentence;
    }
}

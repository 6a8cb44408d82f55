package dev.sanad.text;

/** A text folded as {@link Folding} does it, and where each of its units came from. */
final class FoldedText {
    private final String text;
    private final int[] origins;

    private FoldedText(String text, int[] origins) {
        this.text = text;
        this.origins = origins;
    }

    static FoldedText of(CharSequence original) {
        var folded = new StringBuilder(original.length());
        int[] origins = new int[original.length()];
        for (int i = 0; i < original.length(); i++) {
            char c = Folding.fold(original.charAt(i));
            if (c != 0) {
                origins[folded.length()] = i;
                folded.append(c);
            }
        }
        return new FoldedText(folded.toString(), origins);
    }

    String text() {
        return text;
    }

    /** Where in the original the folded unit at {@code i} stands. */
    int start(int i) {
        return origins[i];
    }

    /** Where in the original a run ends whose end in the folded text is {@code end}, at least 1. */
    int end(int end) {
        return origins[end - 1] + 1;
    }
}

package dev.sanad.ingest;

/**
 * What could not be taken for an article.
 *
 * @param name the file's path; {@code path:line} for a line of it, {@code path#n} for the n-th element of an array
 * @param reason goes on after the name: "has no text"
 */
public record Refusal(String name, String reason) {
    @Override
    public String toString() {
        return name + " " + reason;
    }
}

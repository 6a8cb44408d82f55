package dev.sanad.ingest;

/**
 * What an article lost on the way: the article was taken without it.
 *
 * @param name as in {@link Refusal}
 * @param reason goes on after the name: "has a date that cannot be read: …"
 */
public record Warning(String name, String reason) {
    @Override
    public String toString() {
        return name + " " + reason;
    }
}

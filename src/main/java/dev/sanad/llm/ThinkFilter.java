package dev.sanad.llm;

import org.jspecify.annotations.Nullable;

/**
 * Leaves out the reasoning that some local models write into their text: leading {@code <think>…</think>} blocks and
 * the space after them. What comes later is text, whatever it looks like. Of one reply and one thread.
 */
final class ThinkFilter {
    private static final String[] NAMES = {"think", "thinking"};
    private final StringBuilder held = new StringBuilder();
    private @Nullable String closing;
    private boolean thought;
    private boolean decided;

    /** @return what of the text so far can be handed over now and was not before, perhaps nothing */
    String accept(String piece) {
        if (decided) {
            return piece;
        }
        held.append(piece);
        while (!decided) {
            boolean moved = closing == null ? open() : close(closing);
            if (!moved) {
                return "";
            }
        }
        return take();
    }

    /** @return what was held back and turned out to be text */
    String finish() {
        return decided || closing != null ? "" : take();
    }

    /** @return false when more text is needed to tell */
    private boolean open() {
        String start = held.toString().stripLeading();
        for (String name : NAMES) {
            String opening = "<" + name + ">";
            if (start.startsWith(opening)) {
                closing = "</" + name + ">";
                held.delete(0, held.indexOf(opening) + opening.length());
                return true;
            }
        }
        for (String name : NAMES) {
            if (("<" + name + ">").startsWith(start)) {
                return false;
            }
        }
        decided = true;
        return true;
    }

    private boolean close(String tag) {
        int at = held.indexOf(tag);
        if (at < 0) {
            held.delete(0, Math.max(0, held.length() - tag.length() + 1));
            return false;
        }
        held.delete(0, at + tag.length());
        closing = null;
        thought = true;
        return true;
    }

    private String take() {
        String text = thought ? held.toString().stripLeading() : held.toString();
        held.setLength(0);
        return text;
    }
}

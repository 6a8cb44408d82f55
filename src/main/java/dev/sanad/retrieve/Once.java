package dev.sanad.retrieve;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes a thing when it is first asked for, and never again. Safe for many threads. */
public final class Once<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private volatile @Nullable T made;

    public Once(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        T thing = made;
        if (thing == null) {
            synchronized (this) {
                thing = made;
                if (thing == null) {
                    thing = maker.get();
                    made = thing;
                }
            }
        }
        return thing;
    }
}

package dev.sanad.eval;

import java.util.function.ToDoubleFunction;

/**
 * The same of both that are measured.
 *
 * @param sanad ours
 * @param lucene bare Lucene's
 */
public record SideBySide<T>(T sanad, T lucene) {
    /** Ours divided by Lucene's. */
    public double ratio(ToDoubleFunction<T> figure) {
        return figure.applyAsDouble(sanad) / figure.applyAsDouble(lucene);
    }
}

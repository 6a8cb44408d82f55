/**
 * Measuring: query sets, rankings and answers of a run, metrics, comparisons, and the reports of all that.
 * Nothing here finds or answers; it asks the other rooms to, and counts.
 */
@NullMarked
package dev.sanad.eval;

import org.jspecify.annotations.NullMarked;

/**
 * Measuring: how fast, how large and how well, always beside something to compare with. Changes nothing that it measures,
 * and decides nothing about an answer.
 */
@NullMarked
package dev.sanad.eval;

import org.jspecify.annotations.NullMarked;

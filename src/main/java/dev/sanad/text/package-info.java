/**
 * What is known of text itself: folding, sentences, numbers, calendars, languages.
 * Folding serves matching and analysis only; what is stored and quoted is never folded.
 */
@NullMarked
package dev.sanad.text;

import org.jspecify.annotations.NullMarked;

/**
 * Passages, the analysis chains and the Lucene index that holds them; its schema and version.
 * Planning and ranking a question's query are not here but in retrieve.
 */
@NullMarked
package dev.sanad.index;

import org.jspecify.annotations.NullMarked;

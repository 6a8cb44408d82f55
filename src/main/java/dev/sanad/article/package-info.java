/**
 * Articles, their passages and sentences, and the ids of both. Offsets are UTF-16 units of the article's stored text.
 * Nothing here reads, writes or analyses.
 */
@NullMarked
package dev.sanad.article;

import org.jspecify.annotations.NullMarked;

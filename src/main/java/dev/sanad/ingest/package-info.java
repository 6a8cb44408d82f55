/**
 * One reader a format, and synchronising an archive with its sources.
 * Readers never touch the archive; the synchroniser never parses.
 */
@NullMarked
package dev.sanad.ingest;

import org.jspecify.annotations.NullMarked;

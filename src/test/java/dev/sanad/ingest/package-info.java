/** Tests of the readers and of the seeds. */
@NullMarked
package dev.sanad.ingest;

import org.jspecify.annotations.NullMarked;

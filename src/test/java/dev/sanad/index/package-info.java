/** Tests of the analysis chains, the segmenter and the index. */
@NullMarked
package dev.sanad.index;

import org.jspecify.annotations.NullMarked;

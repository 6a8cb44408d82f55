/** Models behind scripted servers on loopback: every way in which a stream can go wrong. */
@NullMarked
package dev.sanad.llm;

import org.jspecify.annotations.NullMarked;

/** Tests of what is known of text itself. */
@NullMarked
package dev.sanad.text;

import org.jspecify.annotations.NullMarked;

/** Tests over the whole of Sanad. */
@NullMarked
package dev.sanad;

import org.jspecify.annotations.NullMarked;

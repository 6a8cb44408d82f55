@NullMarked
package dev.sanad.eval;

import org.jspecify.annotations.NullMarked;

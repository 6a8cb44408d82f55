@NullMarked
package dev.sanad.store;

import org.jspecify.annotations.NullMarked;

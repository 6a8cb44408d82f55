@NullMarked
package dev.sanad.telegram;

import org.jspecify.annotations.NullMarked;

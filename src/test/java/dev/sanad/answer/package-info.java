@NullMarked
package dev.sanad.answer;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.sanad.cli;

import org.jspecify.annotations.NullMarked;

/**
 * Commands, and App, the one place that builds objects.
 */
@NullMarked
package dev.sanad.cli;

import org.jspecify.annotations.NullMarked;

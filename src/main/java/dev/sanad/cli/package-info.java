/**
 * Commands, and {@code App}, the one place that builds objects. A command reads its options, asks App for what it needs and
 * prints; it decides nothing that another surface, such as the bot, would have to decide again.
 */
@NullMarked
package dev.sanad.cli;

import org.jspecify.annotations.NullMarked;

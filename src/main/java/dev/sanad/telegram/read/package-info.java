/**
 * What a reader wants of the bot, read from an update.
 */
@NullMarked
package dev.sanad.telegram.read;

import org.jspecify.annotations.NullMarked;

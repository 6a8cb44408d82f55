/**
 * Telegram as the bot sees it: polling, sending, its limits and failures. Nothing here knows what a message says.
 */
@NullMarked
package dev.sanad.telegram.wire;

import org.jspecify.annotations.NullMarked;

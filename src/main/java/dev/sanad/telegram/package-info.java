/**
 * The bot: updates in, messages out, commands, access. Both ways pass through durable queues in the store.
 * The only room that knows Telegram's library.
 */
@NullMarked
package dev.sanad.telegram;

import org.jspecify.annotations.NullMarked;

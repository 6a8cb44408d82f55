/**
 * What the bot does and says: questions, commands, buttons, inline queries, groups, the admins.
 */
@NullMarked
package dev.sanad.telegram.reply;

import org.jspecify.annotations.NullMarked;

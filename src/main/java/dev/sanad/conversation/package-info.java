/**
 * Turns of a conversation, and a follow-up rewritten into a question that stands alone.
 */
@NullMarked
package dev.sanad.conversation;

import org.jspecify.annotations.NullMarked;

package dev.sanad.telegram.wire;

/**
 * Who the bot is.
 *
 * @param username without the @
 * @param readsAllGroupMessages false in privacy mode, where a bot sees only commands and replies in groups, and a
 *     mention of it only by luck
 */
public record BotIdentity(long id, String username, boolean readsAllGroupMessages) {}

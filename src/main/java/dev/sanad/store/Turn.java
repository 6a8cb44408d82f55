package dev.sanad.store;

/** A question of a conversation, as it was understood, and the answer's text. */
public record Turn(String question, String answer) {}

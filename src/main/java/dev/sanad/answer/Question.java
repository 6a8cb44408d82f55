package dev.sanad.answer;

import java.time.Instant;
import java.time.ZoneId;

/**
 * What a reader asks.
 *
 * @param text as typed; any text at all
 * @param now what "today" is measured from
 * @param zone what "today" means where the reader is
 */
public record Question(String text, Instant now, ZoneId zone) {}

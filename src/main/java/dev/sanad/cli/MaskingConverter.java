package dev.sanad.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.CompositeConverter;
import dev.sanad.config.Masked;

/** Takes tokens and keys out of whole log lines, exceptions included, should any ever get there. */
public final class MaskingConverter extends CompositeConverter<ILoggingEvent> {
    @Override
    protected String transform(ILoggingEvent event, String line) {
        return Masked.url(line);
    }
}

package dev.sanad.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.sanad.config.Settings.LogLevel;
import org.slf4j.LoggerFactory;

/** How much is logged. Where it goes and what is masked in it stands in {@code logback.xml}. */
final class Logging {
    private Logging() {}

    static void set(LogLevel level) {
        Logger sanad = (Logger) LoggerFactory.getLogger("dev.sanad");
        sanad.setLevel(Level.valueOf(level.name()));
    }
}

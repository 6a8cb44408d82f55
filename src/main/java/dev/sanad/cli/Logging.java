package dev.sanad.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.sanad.config.Settings.LogLevel;
import org.slf4j.LoggerFactory;

/** How much is logged. Where it goes and what is masked in it stands in {@code logback.xml}. */
final class Logging {
    /** Lucene advises JVM options through the JDK's own log; kept here, since that log forgets a logger that nobody holds. */
    private static final java.util.logging.Logger LUCENE = java.util.logging.Logger.getLogger("org.apache.lucene");

    private Logging() {}

    static void set(LogLevel level) {
        LUCENE.setLevel(java.util.logging.Level.SEVERE);
        Logger sanad = (Logger) LoggerFactory.getLogger("dev.sanad");
        sanad.setLevel(Level.valueOf(level.name()));
    }
}

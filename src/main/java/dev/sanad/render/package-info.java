/**
 * An answer as terminal text, as JSON and as Telegram HTML, in the reader's language.
 * Rendering decides looks alone: it adds no claim and leaves none out.
 */
@NullMarked
package dev.sanad.render;

import org.jspecify.annotations.NullMarked;

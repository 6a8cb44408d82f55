/**
 * Language models behind one interface: endpoints, providers, one HTTP client, the fallback chain, deadlines.
 * What is asked and what is believed of the reply is decided in answer.
 */
@NullMarked
package dev.sanad.llm;

import org.jspecify.annotations.NullMarked;

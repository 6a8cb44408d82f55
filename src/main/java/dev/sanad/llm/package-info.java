/**
 * Language models, embedding models and rerankers, behind one interface each: endpoints, providers, models in process, one
 * HTTP client, the fallback chain, deadlines. Where vectors are kept and compared is index's and retrieve's to say;
 * what is asked and what is believed of a reply is decided in answer.
 */
@NullMarked
package dev.sanad.llm;

import org.jspecify.annotations.NullMarked;

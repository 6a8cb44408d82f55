/**
 * From ranked passages to an answer: evidence, composers, prompts, the support check.
 * Nothing reaches an Answer that the check did not pass; how an answer looks is decided in render.
 */
@NullMarked
package dev.sanad.answer;

import org.jspecify.annotations.NullMarked;

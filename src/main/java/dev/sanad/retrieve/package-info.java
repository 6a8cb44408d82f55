/**
 * From a question to ranked passages: the planner, the retrievers and what merges their rankings.
 * User text never becomes query syntax.
 */
@NullMarked
package dev.sanad.retrieve;

import org.jspecify.annotations.NullMarked;

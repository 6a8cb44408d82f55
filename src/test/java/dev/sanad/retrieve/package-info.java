/** Tests of the planner and of the retrievers, on the seeds among others. */
@NullMarked
package dev.sanad.retrieve;

import org.jspecify.annotations.NullMarked;

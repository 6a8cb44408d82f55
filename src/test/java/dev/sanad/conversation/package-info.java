@NullMarked
package dev.sanad.conversation;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.sanad.render;

import org.jspecify.annotations.NullMarked;

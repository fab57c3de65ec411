/** Many requests at once, by Jersey. Start at {@link dev.whence.examples.load.JerseyLoadTest}. */
@NullMarked
package dev.whence.examples.load;

import org.jspecify.annotations.NullMarked;

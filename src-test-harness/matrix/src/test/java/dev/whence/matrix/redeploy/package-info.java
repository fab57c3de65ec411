/** Applications that come and go while their container stays. */
@NullMarked
package dev.whence.matrix.redeploy;

import org.jspecify.annotations.NullMarked;

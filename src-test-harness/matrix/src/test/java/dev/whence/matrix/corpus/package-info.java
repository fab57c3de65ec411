/**
 * Real failures of real libraries, each shown again and again under other circumstances, and the
 * groups that they fall into. Start at {@link dev.whence.matrix.corpus.GroupingCorpusTest}.
 *
 * <p>The application that fails is in {@code src/test/corpus}; each run compiles it anew.
 */
@NullMarked
package dev.whence.matrix.corpus;

import org.jspecify.annotations.NullMarked;

package dev.whence.matrix.engine;

import java.util.List;

/**
 * What came of a behaviour.
 *
 * @param events what Whence made of it, in no order
 */
record Outcome(Answer answer, List<Sighting> events) {}

package dev.whence.matrix.engine;

import java.util.List;

/** What is to come of a behaviour: the status of the answer, and the events in any order. */
record Expected(int status, List<Sighting> events) {}

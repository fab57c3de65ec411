/**
 * What is measured: Whence and others, each as its makers say that it is put in front of a request.
 */
@NullMarked
package dev.whence.bench.contend;

import org.jspecify.annotations.NullMarked;

package dev.whence.matrix;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A filter that notes what passes through it and changes nothing. For any thread. */
public final class Observer implements Filter {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition passed = lock.newCondition();

  // Guarded by lock.
  private final List<Throwable> thrown = new ArrayList<>();
  private int ended;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(request, response);
    } catch (Throwable e) {
      note(e);
      throw e;
    } finally {
      end();
    }
  }

  private void note(Throwable failure) {
    lock.lock();
    try {
      thrown.add(failure);
    } finally {
      lock.unlock();
    }
  }

  private void end() {
    lock.lock();
    try {
      ended++;
      passed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Returns what was thrown through this filter, in its order. */
  public List<Throwable> thrown() {
    lock.lock();
    try {
      return List.copyOf(thrown);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until this many dispatches have ended.
   *
   * @throws AssertionError if {@code limit} passes or the thread is interrupted first
   */
  public void awaitEnded(int dispatches, Duration limit) {
    long left = limit.toNanos();
    lock.lock();
    try {
      while (ended < dispatches) {
        if (left <= 0) {
          throw new AssertionError(ended + " of " + dispatches + " dispatches ended in " + limit);
        }
        left = passed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while dispatches were to end", e);
    } finally {
      lock.unlock();
    }
  }
}

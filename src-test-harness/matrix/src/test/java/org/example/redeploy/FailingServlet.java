package org.example.redeploy;

import dev.whence.Whence;
import dev.whence.event.Level;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Leaves a breadcrumb and fails. */
public final class FailingServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    Whence.current().breadcrumb("work", "about to fail", Level.INFO);
    throw new IllegalStateException("as always");
  }
}

package dev.whence.matrix.body;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Does one kind of work and keeps what it saw. */
final class WorkServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient Work work;
  private final transient Seen seen = new Seen();

  WorkServlet(Work work) {
    this.work = work;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    try {
      work.work(request, response, seen);
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }

  String seen() {
    return seen.text();
  }
}

package dev.whence.matrix.load;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers with the status that the path names, or throws. */
final class StatusServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String asked = request.getPathInfo().substring(1);
    if (asked.equals("throw")) {
      throw new ServletException("planted");
    }
    response.setStatus(Integer.parseInt(asked));
    if (asked.equals("200")) {
      response.setContentLength(100);
      response.getOutputStream().write(new byte[100]);
    }
  }
}

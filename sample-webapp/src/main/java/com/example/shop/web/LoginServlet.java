package com.example.shop.web;

import dev.whence.Whence;
import dev.whence.event.Level;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets nobody in, and tells of it without saying who it was. */
public final class LoginServlet extends HttpServlet {
  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Whence whence = Whence.current();
    whence.breadcrumb("auth", "login form read", Level.INFO);
    if (!isKnown(request.getParameter("user"), request.getParameter("password"))) {
      whence.breadcrumb("auth", "login failed", Level.WARNING);
      whence.capture("login failed", Level.WARNING);
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      Answers.text(response, "wrong name or password");
    }
  }

  /** Nobody is: the table of shoppers was lost in a migration. */
  @SuppressWarnings("unused")
  private static boolean isKnown(String user, String password) {
    return false;
  }
}

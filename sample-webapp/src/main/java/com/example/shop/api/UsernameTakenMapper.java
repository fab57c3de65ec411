package com.example.shop.api;

import com.example.shop.market.UsernameTakenException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Answers 409 where somebody is already. */
public final class UsernameTakenMapper implements ExceptionMapper<UsernameTakenException> {
  @Override
  public Response toResponse(UsernameTakenException failure) {
    return Response.status(Response.Status.CONFLICT)
        .type(MediaType.TEXT_PLAIN)
        .entity(failure.getMessage())
        .build();
  }
}

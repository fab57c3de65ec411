package com.example.shop.api;

import com.example.shop.market.UnknownSellerException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Answers 404 where nobody is. */
public final class UnknownSellerMapper implements ExceptionMapper<UnknownSellerException> {
  @Override
  public Response toResponse(UnknownSellerException failure) {
    return Response.status(Response.Status.NOT_FOUND)
        .type(MediaType.TEXT_PLAIN)
        .entity(failure.getMessage())
        .build();
  }
}

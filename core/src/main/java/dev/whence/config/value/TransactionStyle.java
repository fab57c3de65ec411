package dev.whence.config.value;

/** How requests are named. */
public enum TransactionStyle {
  /** By the template that they matched: {@code GET /orders/{id}}. */
  ROUTE,
  /** By the code that handles them: {@code OrdersResource.order}. */
  HANDLER,
  /** By their path: {@code GET /orders/17}. */
  URL
}

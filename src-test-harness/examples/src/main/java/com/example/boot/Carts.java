package com.example.boot;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A controller of Spring's. */
@RestController
class Carts {
  @GetMapping("/carts/{id}")
  String cart(@PathVariable("id") long id) {
    throw new IllegalStateException("cart " + id + " is empty");
  }
}

package com.example.shop.web;

import com.example.shop.domain.Cart;
import dev.whence.Whence;
import dev.whence.event.Level;
import dev.whence.event.User;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/** Says who shops, and in which cart: always the same shopper, since nobody can log in. */
public final class ShopperFilter implements Filter {
  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Cart cart = Cart.ofDemo();
    Whence whence = Whence.current();
    whence.user(User.of("shopper-17").tenant("north"));
    whence.tag("cart", cart.id());
    whence.breadcrumb("cart", "cart opened, " + cart.packs().size() + " packs in it", Level.INFO);
    chain.doFilter(request, response);
  }
}

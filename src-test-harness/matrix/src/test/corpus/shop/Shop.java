package shop;

import jakarta.servlet.Servlet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** A shop full of bugs: calls that fail, by name, and servlets that do. */
public class Shop
    implements IntFunction<Map<String, Callable<?>>>, Supplier<Map<String, Servlet>>, AutoCloseable {
  // unrelated
  private final Store store = new Store();
  private final Pool pool = new Pool();

  @Override
  public Map<String, Callable<?>> apply(int id) {
    Map<String, Callable<?>> bugs = new LinkedHashMap<>();
    bugs.putAll(new Futures(id).bugs());
    bugs.putAll(new Threads(id).bugs());
    bugs.putAll(pool.bugs(id));
    bugs.putAll(store.bugs(id));
    return bugs;
  }

  @Override
  public Map<String, Servlet> get() {
    Map<String, Servlet> servlets = new LinkedHashMap<>(Engines.servlets());
    servlets.put("spring", SpringShop.servlet());
    return servlets;
  }

  @Override
  public void close() {
    store.close();
    pool.close();
  }
}

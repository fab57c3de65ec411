package shop;

/** What resources and controllers call. */
public class Warehouse {
  // unrelated
  public String find(int id) {
    return shelf(id);
  }

  private String shelf(int id) {
    throw new IllegalStateException("no shelf for " + id);
  }

  public String count(int id) {
    throw new IllegalStateException("no count for " + id);
  }

  public String ping(int id) {
    return id == Integer.MAX_VALUE ? "" : pong(id + 1) + "!";
  }

  private String pong(int id) {
    return id == Integer.MAX_VALUE ? "" : ping(id + 1) + "?";
  }
}

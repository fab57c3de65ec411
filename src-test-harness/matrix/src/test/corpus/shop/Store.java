package shop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

/** Customers and what they buy, in a database. */
class Store {
  // unrelated
  private final SessionFactory sessions = new Configuration()
      .addAnnotatedClass(Customer.class)
      .addAnnotatedClass(Purchase.class)
      .setProperty("hibernate.connection.url", "jdbc:h2:mem:store" + System.nanoTime() + ";DB_CLOSE_DELAY=-1")
      .setProperty("hibernate.hbm2ddl.auto", "create")
      .buildSessionFactory();

  Map<String, Callable<?>> bugs(int id) {
    inTransaction(session -> {
      Customer customer = new Customer(id, "ada" + id);
      session.persist(customer);
      session.persist(new Purchase(id, customer));
      return id;
    });
    Map<String, Callable<?>> bugs = new LinkedHashMap<>();
    bugs.put("store: lazy collection", () -> purchases(id));
    bugs.put("store: lazy proxy", () -> nameOfBuyer(id));
    bugs.put("store: missing", () -> inTransaction(session -> session.getReference(Customer.class, -id).name()));
    bugs.put("store: unique", () -> inTransaction(session -> addTwin(session, id)));
    bugs.put("store: not null", () -> inTransaction(session -> addNameless(session, id)));
    bugs.put("store: unsaved reference", () -> inTransaction(session -> addOrphan(session, id)));
    bugs.put("store: query", () -> inTransaction(session -> session.createQuery("from Custmer where id = " + id, Object.class).list()));
    bugs.put("store: no result", () -> inTransaction(session -> byName(session, "nobody" + id)));
    bugs.put("store: setter", () -> inTransaction(session -> rename(session, id)));
    return bugs;
  }

  private <T> T inTransaction(Function<Session, T> work) {
    try (Session session = sessions.openSession()) {
      session.beginTransaction();
      T result = work.apply(session);
      session.getTransaction().commit();
      return result;
    }
  }

  private int purchases(int id) {
    Customer customer = inTransaction(session -> session.find(Customer.class, id));
    return customer.purchases().size();
  }

  private String nameOfBuyer(int id) {
    Purchase purchase = inTransaction(session -> session.find(Purchase.class, id));
    return purchase.buyer().name();
  }

  private Object addTwin(Session session, int id) {
    session.persist(new Customer(1_000_000 + id, "ada" + id));
    session.flush();
    return id;
  }

  private Object addNameless(Session session, int id) {
    session.persist(new Customer(2_000_000 + id, null));
    session.flush();
    return id;
  }

  private Object addOrphan(Session session, int id) {
    session.persist(new Purchase(3_000_000 + id, new Customer(3_000_000 + id, "eve" + id)));
    session.flush();
    return id;
  }

  private Object byName(Session session, String name) {
    return session
        .createQuery("from Customer where name = :name", Customer.class)
        .setParameter("name", name)
        .getSingleResult();
  }

  private Object rename(Session session, int id) {
    session.find(Customer.class, id).rename("");
    return id;
  }

  void close() {
    sessions.close();
  }
}

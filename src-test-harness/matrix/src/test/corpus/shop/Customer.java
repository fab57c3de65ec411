package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

@Entity
public class Customer {
  // unrelated
  @Id private int id;

  @Column(unique = true, nullable = false)
  private String name;

  @OneToMany(mappedBy = "buyer")
  private List<Purchase> purchases = new ArrayList<>();

  protected Customer() {}

  Customer(int id, String name) {
    this.id = id;
    this.name = name;
  }

  public String name() {
    return name;
  }

  public List<Purchase> purchases() {
    return purchases;
  }

  public void rename(String to) {
    if (to.isEmpty()) {
      throw new IllegalArgumentException("no name for " + id);
    }
    name = to;
  }
}

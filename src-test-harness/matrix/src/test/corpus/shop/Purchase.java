package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

@Entity
public class Purchase {
  // unrelated
  @Id private int id;

  @ManyToOne(fetch = FetchType.LAZY)
  private Customer buyer;

  protected Purchase() {}

  Purchase(int id, Customer buyer) {
    this.id = id;
    this.buyer = buyer;
  }

  public Customer buyer() {
    return buyer;
  }
}

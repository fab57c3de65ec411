package com.example.shop.api;

import com.example.shop.domain.Parcels;
import com.example.shop.domain.PriceList;
import com.example.shop.market.Accounts;
import com.example.shop.market.Orders;
import com.example.shop.market.Products;
import com.example.shop.stock.Carrier;
import com.example.shop.stock.Stockroom;
import dev.whence.jaxrs.Monitored;
import jakarta.inject.Singleton;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/** The API. The annotation is all that it needs for its failures to be answered and known. */
@Monitored(tags = "part=api")
public final class ShopApi extends ResourceConfig {
  public ShopApi() {
    register(AuthResource.class);
    register(UsersResource.class);
    register(ProductsResource.class);
    register(StoreResource.class);
    register(OrdersResource.class);
    register(ReceiptsResource.class);
    register(ParcelsResource.class);
    register(StocktakingResource.class);
    register(TokenFilter.class);
    register(ReceiptWriter.class);
    register(UnknownSellerMapper.class);
    register(UsernameTakenMapper.class);
    register(new Stores());
    // The page for shoppers, which web.xml names, is none for programs.
    property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
    property(ServerProperties.WADL_FEATURE_DISABLE, true);
  }

  /** What resources have in common. */
  private static final class Stores extends AbstractBinder {
    @Override
    protected void configure() {
      bindAsContract(Accounts.class).in(Singleton.class);
      bindAsContract(Products.class).in(Singleton.class);
      bindAsContract(Orders.class).in(Singleton.class);
      bindAsContract(PriceList.class).in(Singleton.class);
      bindAsContract(Parcels.class).in(Singleton.class);
      bindAsContract(Carrier.class).in(Singleton.class);
      bind(Stockroom.open()).to(Stockroom.class);
    }
  }
}

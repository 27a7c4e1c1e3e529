package io.dkmio.boot.autoconfigure.shop;

import io.dkmio.core.mapping.Item;

@Item(pk = "CUSTOMER#{customerId}", sk = "CUSTOMER")
public record Customer(String customerId, String fullName) implements ShopItem {

}

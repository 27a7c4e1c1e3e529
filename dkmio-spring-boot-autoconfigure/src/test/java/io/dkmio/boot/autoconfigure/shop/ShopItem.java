package io.dkmio.boot.autoconfigure.shop;

/**
 * What is in the shop's table.
 */
public sealed interface ShopItem permits Customer, Order {

}

package io.dkmio.boot.autoconfigure.aot;

record ParcelId(String customerId, long number) {

}

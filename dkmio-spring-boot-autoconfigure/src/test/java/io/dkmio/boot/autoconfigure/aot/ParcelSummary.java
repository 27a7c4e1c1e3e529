package io.dkmio.boot.autoconfigure.aot;

record ParcelSummary(long number, String city) {

}

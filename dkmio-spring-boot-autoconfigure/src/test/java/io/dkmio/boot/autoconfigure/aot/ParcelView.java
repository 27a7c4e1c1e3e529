package io.dkmio.boot.autoconfigure.aot;

interface ParcelView {

	long getNumber();

}

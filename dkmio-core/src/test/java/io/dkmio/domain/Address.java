package io.dkmio.domain;

import org.jspecify.annotations.Nullable;

/**
 * Where something is sent to.
 */
public record Address(String street, String city, @Nullable String zip, String country) {
}

package io.dkmio.boot.test.shop;

import org.springframework.stereotype.Component;

/**
 * Not part of the slice.
 */
@Component
public class Mailer {

}

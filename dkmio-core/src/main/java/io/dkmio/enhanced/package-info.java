/**
 * Items of dkmio for the AWS Enhanced Client: for applications that use both.
 */
@NullMarked
package io.dkmio.enhanced;

import org.jspecify.annotations.NullMarked;

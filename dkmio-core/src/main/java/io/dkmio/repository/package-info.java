/**
 * Repositories: interfaces whose methods become calls to DynamoDB when the application
 * starts. For applications.
 */
@NullMarked
package io.dkmio.repository;

import org.jspecify.annotations.NullMarked;

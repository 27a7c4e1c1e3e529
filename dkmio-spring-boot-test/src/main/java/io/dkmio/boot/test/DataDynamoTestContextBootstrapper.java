package io.dkmio.boot.test;

import org.springframework.boot.test.autoconfigure.TestSliceTestContextBootstrapper;

/**
 * Starts the context of a {@link DataDynamoTest}.
 */
final class DataDynamoTestContextBootstrapper extends TestSliceTestContextBootstrapper<DataDynamoTest> {

}

package io.dkmio.boot.test;

import org.springframework.boot.test.context.filter.annotation.StandardAnnotationCustomizableTypeExcludeFilter;

/**
 * Leaves out the components of the application, as far as a {@link DataDynamoTest} does
 * not ask for them.
 */
final class DataDynamoTypeExcludeFilter extends StandardAnnotationCustomizableTypeExcludeFilter<DataDynamoTest> {

	DataDynamoTypeExcludeFilter(Class<?> testClass) {
		super(testClass);
	}

}

package io.dkmio.observability;

import io.dkmio.core.client.DynamoAction;
import io.dkmio.core.client.DynamoOperation;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Key values of an observation can be added, replaced, and taken away, as those of any
 * other.
 */
class DynamoObservationContextUnitTests {

	private static final KeyValues FIRST = KeyValues.of("a", "1", "b", "2");

	private final DynamoObservationContext context = new DynamoObservationContext(DynamoAction.GET_ITEM,
			DynamoOperation.of("get"));

	@Test
	void hasTheKeyValuesThatWereAdded() {
		assertThat(this.context.getLowCardinalityKeyValues()).isEmpty();
		this.context.addLowCardinalityKeyValues(FIRST);
		this.context.addLowCardinalityKeyValues(FIRST);
		this.context.addLowCardinalityKeyValue(KeyValue.of("c", "3"));
		this.context.addHighCardinalityKeyValue(KeyValue.of("id", "4"));
		assertThat(this.context.getLowCardinalityKeyValues()).isEqualTo(FIRST.and("c", "3"));
		assertThat(this.context.getAllKeyValues()).isEqualTo(FIRST.and("c", "3", "id", "4"));
		assertThat(this.context.getLowCardinalityKeyValue("b")).isEqualTo(KeyValue.of("b", "2"));
		assertThat(this.context.getLowCardinalityKeyValue("id")).isNull();
		assertThat(this.context).asString().contains("c='3'", "id='4'");
	}

	@Test
	void takesTheLatestValueOfAKey() {
		this.context.addLowCardinalityKeyValues(FIRST);
		this.context.addLowCardinalityKeyValue(KeyValue.of("a", "3"));
		assertThat(this.context.getLowCardinalityKeyValues()).isEqualTo(KeyValues.of("a", "3", "b", "2"));
		this.context.addLowCardinalityKeyValues(KeyValues.of("b", "4", "c", "5"));
		assertThat(this.context.getLowCardinalityKeyValues()).isEqualTo(KeyValues.of("a", "3", "b", "4", "c", "5"));
	}

	@Test
	void forgetsKeyValues() {
		this.context.addLowCardinalityKeyValues(FIRST.and("c", "3"));
		this.context.removeLowCardinalityKeyValue("a");
		assertThat(this.context.getLowCardinalityKeyValues()).isEqualTo(KeyValues.of("b", "2", "c", "3"));
		this.context.removeLowCardinalityKeyValues("b", "c", "d");
		assertThat(this.context.getLowCardinalityKeyValues()).isEmpty();
	}

	@Test
	void makesTheKeyValuesOfAnOperationOnce() {
		DefaultDynamoObservationConvention convention = new DefaultDynamoObservationConvention();
		KeyValues first = convention.getLowCardinalityKeyValues(this.context);
		assertThat(convention
			.getLowCardinalityKeyValues(new DynamoObservationContext(DynamoAction.GET_ITEM, DynamoOperation.of("get"))))
			.isSameAs(first);
		this.context.setError(new IllegalStateException("It has ended"));
		assertThat(convention.getLowCardinalityKeyValues(this.context)).isNotEqualTo(first)
			.contains(KeyValue.of("outcome", Outcome.of(this.context.getError()).tag()));
	}

}

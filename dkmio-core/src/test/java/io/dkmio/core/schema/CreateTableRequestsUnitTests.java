package io.dkmio.core.schema;

import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.Projection;
import io.dkmio.core.mapping.TableDefinition;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CreateTableRequestsUnitTests {

	private final TableDefinition shop = TableDefinition.of("shop").withPartitionKey("pk").withSortKey("sk:N");

	@Test
	void asksForATableOnDemand() {
		CreateTableRequest request = request(this.shop, Billing.onDemand());
		assertThat(request.tableName()).isEqualTo("shop");
		assertThat(request.billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
		assertThat(request.provisionedThroughput()).isNull();
		assertThat(request.keySchema()).extracting(CreateTableRequestsUnitTests::text)
			.containsExactly("pk HASH", "sk RANGE");
		assertThat(request.attributeDefinitions()).extracting(CreateTableRequestsUnitTests::text)
			.containsExactly("pk S", "sk N");
		assertThat(request.hasGlobalSecondaryIndexes()).isFalse();
		assertThat(request.hasLocalSecondaryIndexes()).isFalse();
	}

	@Test
	void repeatsTheElementsOfAKeyOfSeveralAttributesInOrder() {
		CreateTableRequest request = request(this.shop.withIndex(IndexDefinition.global("wide")
			.withPartitionKey("region", "city")
			.withSortKey("placedAt:N", "orderId", "total:N")
			.withPhysicalName("wide-v2")), Billing.onDemand());
		assertThat(request.globalSecondaryIndexes()).singleElement().satisfies((index) -> {
			assertThat(index.indexName()).isEqualTo("wide-v2");
			assertThat(index.keySchema()).extracting(CreateTableRequestsUnitTests::text)
				.containsExactly("region HASH", "city HASH", "placedAt RANGE", "orderId RANGE", "total RANGE");
			assertThat(index.provisionedThroughput()).isNull();
		});
	}

	@Test
	void definesAnAttributeOfSeveralKeysOnce() {
		CreateTableRequest request = request(
				this.shop.withIndex(IndexDefinition.global("one").withPartitionKey("sk:N").withSortKey("pk"))
					.withIndex(IndexDefinition.global("two").withPartitionKey("status").withSortKey("sk:N"))
					.withIndex(IndexDefinition.local("three").withSortKey("status")),
				Billing.onDemand());
		assertThat(request.attributeDefinitions()).extracting(CreateTableRequestsUnitTests::text)
			.containsExactly("pk S", "sk N", "status S");
	}

	@Test
	void givesALocalIndexThePartitionKeyOfTheTable() {
		CreateTableRequest request = request(
				this.shop.withIndex(
						IndexDefinition.local("by-total").withSortKey("total:N").withProjection(Projection.KEYS_ONLY)),
				Billing.onDemand());
		assertThat(request.localSecondaryIndexes()).singleElement().satisfies((index) -> {
			assertThat(index.keySchema()).extracting(CreateTableRequestsUnitTests::text)
				.containsExactly("pk HASH", "total RANGE");
			assertThat(index.projection().projectionTypeAsString()).isEqualTo("KEYS_ONLY");
			assertThat(index.projection().hasNonKeyAttributes()).isFalse();
		});
	}

	@Test
	void projectsNoKeyTwice() {
		CreateTableRequest request = request(this.shop
			.withIndex(IndexDefinition.global("one")
				.withPartitionKey("status")
				.withProjection(Projection.include("sk", "status", "total")))
			.withIndex(
					IndexDefinition.global("two").withPartitionKey("status").withProjection(Projection.include("pk"))),
				Billing.onDemand());
		assertThat(request.globalSecondaryIndexes().get(0).projection().nonKeyAttributes()).containsExactly("total");
		assertThat(request.globalSecondaryIndexes().get(1).projection().projectionTypeAsString())
			.isEqualTo("KEYS_ONLY");
	}

	@Test
	void provisionsTheTableAndItsGlobalIndexes() {
		CreateTableRequest request = request(
				this.shop.withIndex(IndexDefinition.global("one").withPartitionKey("status")),
				Billing.provisioned(7, 3));
		assertThat(request.billingMode()).isEqualTo(BillingMode.PROVISIONED);
		assertThat(request.provisionedThroughput().readCapacityUnits()).isEqualTo(7);
		assertThat(request.globalSecondaryIndexes().get(0).provisionedThroughput().writeCapacityUnits()).isEqualTo(3);
	}

	@Test
	void refusesToProvisionNothing() {
		assertThatIllegalArgumentException().isThrownBy(() -> Billing.provisioned(0, 1))
			.withMessage(
					"Provisioned capacity must be at least 1 read and 1 write unit, found 0 and 1; use onDemand() to"
							+ " provision none");
	}

	private static CreateTableRequest request(TableDefinition definition, Billing billing) {
		return CreateTableRequests.of(TableShape.of(definition), billing);
	}

	private static String text(KeySchemaElement element) {
		return element.attributeName() + " " + element.keyTypeAsString();
	}

	private static String text(AttributeDefinition attribute) {
		return attribute.attributeName() + " " + attribute.attributeTypeAsString();
	}

}

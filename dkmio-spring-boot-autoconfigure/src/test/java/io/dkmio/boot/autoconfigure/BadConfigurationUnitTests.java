package io.dkmio.boot.autoconfigure;

import io.dkmio.boot.autoconfigure.faulty.Stray;
import io.dkmio.boot.autoconfigure.shop.Customer;
import io.dkmio.core.mapping.TableDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a user reads who has configured something that cannot be.
 */
class BadConfigurationUnitTests {

	private final FailureRunner failing = new FailureRunner();

	@ParameterizedTest
	@ValueSource(strings = { "localhost:8000", "not a uri", "ftp://localhost", "http:///table", "http://" })
	void refusesAnEndpointThatIsNoAddress(String endpoint) {
		FailureAnalysis analysis = this.failing.withProperties("dkmio.client.endpoint=" + endpoint);
		assertThat(analysis.getDescription())
			.startsWith(
					"Property 'dkmio.client.endpoint' cannot be used: '" + endpoint + "' is no http or https address.")
			.contains("Origin: \"dkmio.client.endpoint\" from property source \"test\"");
		assertThat(analysis.getAction()).isEqualTo("Write scheme, host and port, such as http://localhost:8000.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://ada:s3cr3t@localhost:8000", "http://localhost:8000?secret=s3cr3t",
			"http://localhost:8000#s3cr3t", "ftp://ada:s3cr3t@localhost", "http://ada:s3cr3t@bad host" })
	void refusesAnEndpointWithMoreThanAnAddressWithoutShowingIt(String endpoint) {
		FailureAnalysis analysis = this.failing.withProperties("dkmio.client.endpoint=" + endpoint);
		assertThat(analysis.getDescription()).startsWith("Property 'dkmio.client.endpoint' cannot be used: it ")
			.doesNotContain("s3cr3t");
		assertThat(analysis.getAction()).startsWith("Write scheme, host and port, such as http://localhost:8000.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "eu west 1", "eu_west_1", "eu-west-1/x" })
	void refusesARegionThatIsNone(String region) {
		FailureAnalysis analysis = this.failing.withProperties("dkmio.client.region=" + region);
		assertThat(analysis.getDescription())
			.startsWith("Property 'dkmio.client.region' cannot be used: '" + region + "' is no AWS region.");
		assertThat(analysis.getAction()).isEqualTo("Write the id of a region, such as eu-west-1.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "api-call-timeout", "api-call-attempt-timeout", "http.connection-timeout",
			"http.socket-timeout", "http.connection-acquisition-timeout" })
	void refusesATimeoutThatHasPassedBefore(String timeout) {
		FailureAnalysis analysis = this.failing.withProperties("dkmio.client." + timeout + "=-2s");
		assertThat(analysis.getDescription())
			.startsWith("Property 'dkmio.client." + timeout + "' cannot be used: nothing is done within -2000 ms.");
		assertThat(analysis.getAction()).isEqualTo("Set a time of at least a millisecond, such as 2s.");
	}

	@Test
	void refusesAClientWithoutConnections() {
		FailureAnalysis analysis = this.failing.withProperties("dkmio.client.http.max-connections=0");
		assertThat(analysis.getDescription()).startsWith(
				"Property 'dkmio.client.http.max-connections' cannot be used: a client needs at least one connection,"
						+ " not 0.");
		assertThat(analysis.getAction()).isEqualTo("Set how many calls may be under way at once, such as 50.");
	}

	@Test
	void namesThePropertyOfTheClientItIsAbout() {
		assertThat(this.failing.withProperties("dkmio.clients.reports.api-call-timeout=0s").getDescription())
			.startsWith(
					"Property 'dkmio.clients.reports.api-call-timeout' cannot be used: nothing is done within 0 ms.");
		assertThat(this.failing.withProperties("dkmio.clients.reports.credentials.secret-key=s3cr3t").getDescription())
			.startsWith("Property 'dkmio.clients.reports.credentials.access-key' cannot be used")
			.doesNotContain("s3cr3t");
		assertThat(this.failing.withProperties("dkmio.clients.reports.retry.mode=stubborn").getDescription())
			.contains("Property: dkmio.clients.reports.retry.mode");
	}

	@Test
	void refusesAFurtherClientThatIsTheDefaultOne() {
		FailureAnalysis analysis = this.failing.withProperties("dkmio.clients.default.region=eu-west-1");
		assertThat(analysis.getDescription())
			.startsWith("Property 'dkmio.clients.default' cannot be used: the default client is that of dkmio.client.");
		assertThat(analysis.getAction())
			.isEqualTo("Write its properties there, or choose another name for a further client.");
	}

	@Test
	void refusesAClientThatIsATextAndNoClient() {
		assertThat(this.failing.withProperties("dkmio.clients.reports=eu-west-1").getDescription())
			.contains("'dkmio.clients.reports'");
	}

	@Test
	void refusesASecretKeyWithoutAnAccessKey() {
		FailureAnalysis analysis = this.failing.withProperties("dkmio.client.credentials.secret-key=s3cr3t");
		assertThat(analysis.getDescription()).isEqualTo(
				"Property 'dkmio.client.credentials.access-key' cannot be used: it is not set, but the secret key is.");
		assertThat(analysis.getAction())
			.isEqualTo("Set both access-key and secret-key, or neither to use the AWS default chain.");
	}

	@Test
	void refusesAnAccessKeyWithoutASecretKey() {
		assertThat(this.failing.withProperties("dkmio.client.credentials.access-key=key").getDescription()).isEqualTo(
				"Property 'dkmio.client.credentials.secret-key' cannot be used: it is not set, but the access key is.");
	}

	@Test
	void refusesASessionTokenWithoutKeys() {
		assertThat(this.failing.withProperties("dkmio.client.credentials.session-token=t").getDescription())
			.isEqualTo("Property 'dkmio.client.credentials.access-key' cannot be used: it is not set, but a session"
					+ " token is.");
	}

	@Test
	void refusesAProfileBesideKeys() {
		assertThat(this.failing
			.withProperties("dkmio.client.credentials.profile=dev", "dkmio.client.credentials.access-key=key",
					"dkmio.client.credentials.secret-key=s3cr3t")
			.getDescription())
			.isEqualTo("Property 'dkmio.client.credentials' cannot be used: it has a profile and keys, and only one of"
					+ " them can be used.");
	}

	@Test
	void refusesAnUnknownRetryMode() {
		FailureAnalysis analysis = this.failing.withProperties("dkmio.client.retry.mode=stubborn");
		assertThat(analysis.getDescription()).contains("Property: dkmio.client.retry.mode", "Value: \"stubborn\"");
		assertThat(analysis.getAction()).contains("ADAPTIVE", "LEGACY", "STANDARD");
	}

	@Test
	void refusesACallThatIsNeverSent() {
		assertThat(this.failing.withProperties("dkmio.client.retry.max-attempts=0").getDescription())
			.startsWith("Property 'dkmio.client.retry.max-attempts' cannot be used: a call is attempted at least once,"
					+ " not 0 times.");
	}

	@Test
	void refusesAnUnknownSslBundle() {
		FailureAnalysis analysis = this.failing.withProperties("dkmio.client.ssl.bundle=corporate");
		assertThat(analysis.getDescription())
			.startsWith("Property 'dkmio.client.ssl.bundle' cannot be used: there is no SSL bundle 'corporate'.");
		assertThat(analysis.getAction()).isEqualTo("Declare it below spring.ssl.bundle, or name another.");
	}

	@Test
	void refusesAShortCursorSecretWithoutShowingIt() {
		FailureAnalysis analysis = this.failing.withProperties("dkmio.cursor.secret=hunter2");
		assertThat(analysis.getDescription())
			.startsWith("Property 'dkmio.cursor.secret' cannot be used: the secret has less than 32 bytes.")
			.doesNotContain("hunter2");
		assertThat(analysis.getAction())
			.isEqualTo("Use a long random one, such as the output of 'openssl rand -base64 48'.");
	}

	@Test
	void refusesFormerSecretsWithoutASecret() {
		assertThat(this.failing.withProperties("dkmio.cursor.former-secrets=" + "a".repeat(32)).getDescription())
			.isEqualTo("Property 'dkmio.cursor.secret' cannot be used: there are former secrets, but no secret.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "pk:X", ":N", "pk:", "pk:n" })
	void refusesAMalformedKey(String key) {
		FailureAnalysis analysis = this.failing.withProperties("dkmio.table.partition-key=" + key);
		assertThat(analysis.getDescription())
			.startsWith("Property 'dkmio.table.partition-key' cannot be used: '" + key + "' is no key attribute.");
		assertThat(analysis.getAction()).isEqualTo("Write the attribute's name for a string, as in 'pk', or name and"
				+ " type, as in 'pk:N' for a number and 'pk:B' for bytes.");
	}

	@Test
	void refusesAMalformedKeyOfAnIndex() {
		assertThat(this.failing.withProperties("dkmio.table.indexes.gsi1.partition-key=gsi1pk:Z").getDescription())
			.startsWith("Property 'dkmio.table.indexes.gsi1.partition-key' cannot be used: 'gsi1pk:Z' is no key");
	}

	@Test
	void refusesAnUnknownKindOfIndex() {
		FailureAnalysis analysis = this.failing.withProperties("dkmio.table.indexes.gsi1.kind=regional",
				"dkmio.table.indexes.gsi1.partition-key=gsi1pk");
		assertThat(analysis.getDescription()).contains("Property: dkmio.table.indexes.gsi1.kind");
		assertThat(analysis.getAction()).contains("GLOBAL", "LOCAL");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ALL", "KEYS_ONLY", "keys-only" })
	void refusesAttributesBesideAWholeProjection(String whole) {
		FailureAnalysis analysis = this.failing.withProperties("dkmio.table.indexes.gsi1.partition-key=gsi1pk",
				"dkmio.table.indexes.gsi1.projection=total," + whole);
		assertThat(analysis.getDescription())
			.startsWith("Property 'dkmio.table.indexes.gsi1.projection' cannot be used: '" + whole
					+ "' stands beside attributes.");
		assertThat(analysis.getAction()).isEqualTo("Write '" + whole + "' alone, or a list of attributes without it.");
	}

	@Test
	void refusesAnEmptyProjection() {
		assertThat(this.failing
			.withProperties("dkmio.table.indexes.gsi1.partition-key=gsi1pk", "dkmio.table.indexes.gsi1.projection=")
			.getDescription())
			.startsWith("Property 'dkmio.table.indexes.gsi1.projection' cannot be used: it is empty.");
	}

	@Test
	void refusesAProjectedAttributeWithoutAName() {
		assertThat(this.failing
			.withProperties("dkmio.table.indexes.gsi1.partition-key=gsi1pk",
					"dkmio.table.indexes.gsi1.projection[0]=total", "dkmio.table.indexes.gsi1.projection[1]= ")
			.getDescription())
			.startsWith("Property 'dkmio.table.indexes.gsi1.projection' cannot be used: one of its attributes has no"
					+ " name.");
	}

	@Test
	void refusesAnIndexWithoutKeys() {
		assertThat(this.failing.withProperties("dkmio.table.name=shop", "dkmio.table.indexes.gsi1.projection=ALL")
			.getDescription())
			.contains("Table 'shop': index 'gsi1' has no partition key; a global index needs one: declare it");
	}

	@Test
	void refusesASeparatorOfSeveralCharacters() {
		assertThat(this.failing.withProperties("dkmio.table.key-separator=::").getDescription()).startsWith(
				"Property 'dkmio.table.key-separator' cannot be used: a separator is one character, and this one has"
						+ " 2.");
	}

	@Test
	void refusesASeparatorNoKeyCanHave() {
		assertThat(this.failing.withProperties("dkmio.table.key-separator=x").getDescription())
			.startsWith("Property 'dkmio.table.key-separator' cannot be used: Key separator 'x' cannot be used");
	}

	@Test
	void refusesAFurtherTableWithoutAKey() {
		assertThat(this.failing.withProperties("dkmio.tables.audit.name=audit-log").getDescription()).startsWith(
				"Property 'dkmio.tables.audit.partition-key' cannot be used: table 'audit' has no partition" + " key.");
	}

	@Test
	void refusesATableThatIsDeclaredTwice() {
		FailureAnalysis analysis = this.failing.withTypes(TableAsBean.class, "dkmio.table.name=shop");
		assertThat(analysis.getDescription()).startsWith(
				"Property 'dkmio.table' cannot be used: there is a second" + " table with the logical name 'default'.");
		assertThat(analysis.getAction()).isEqualTo("Declare the single table once: below dkmio.table, or as a bean.");
	}

	@Test
	void refusesTwoTablesAndNoneForItemsThatNameNone() {
		FailureAnalysis analysis = this.failing.withTypes(ShopItems.class, "dkmio.tables.audit.partition-key=id",
				"dkmio.tables.logs.partition-key=id");
		assertThat(analysis.getDescription()).contains(
				"Customer: is in table 'default', which is not declared; declare" + " it, or name one of audit, logs");
		assertThat(analysis.getAction())
			.isEqualTo("Correct each point as it says. Tables and indexes are declared below"
					+ " dkmio.table (for items that name no table) and dkmio.tables.<name> (for @Item(table = \"<name>\")),"
					+ " or as TableDefinition beans.");
	}

	@Test
	void namesAllFaultsOfTheMappingAtOnce() {
		FailureAnalysis analysis = this.failing.withTypes(StrayItems.class, "dkmio.table.name=shop",
				"dkmio.table.indexes.gsi1.partition-key=gsi1pk");
		assertThat(analysis.getDescription()).startsWith("The tables and item types of dkmio do not fit together:")
			.contains(
					"InUnknownTable: is in table 'archive', which is not declared; declare it, or name one of default")
			.contains("InUnknownIndex: @GlobalIndex names index 'gsi9', which table 'shop' does not have; declare it"
					+ " there, or use one of gsi1");
	}

	@Configuration(proxyBeanMethods = false)
	static class TableAsBean {

		@Bean
		TableDefinition table() {
			return TableDefinition.of("shop");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EntityScan(basePackageClasses = Customer.class)
	static class ShopItems {

	}

	@Configuration(proxyBeanMethods = false)
	@EntityScan(basePackageClasses = Stray.class)
	static class StrayItems {

	}

}

package io.dkmio.boot.autoconfigure;

import java.net.URI;
import java.time.Duration;

import io.dkmio.embedded.EmbeddedDynamo;
import io.dkmio.embedded.EmbeddedDynamoOptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EmbeddedServers}.
 */
class EmbeddedServersIntegrationTests {

	private static final EmbeddedDynamoOptions OPTIONS = EmbeddedDynamoOptions.defaults();

	@Test
	void sharesAServerUntilTheLastHasGone() throws InterruptedException {
		EmbeddedServers servers = new EmbeddedServers(Duration.ZERO);
		EmbeddedServers.Lease first = servers.lease(OPTIONS);
		EmbeddedServers.Lease second = servers.lease(OPTIONS);
		assertThat(first.server()).isSameAs(second.server());
		first.close();
		first.close();
		assertThat(second.server().client().listTables().tableNames()).isEmpty();
		second.close();
		assertThat(isClosedSoon(second.server())).isTrue();
	}

	@Test
	void keepsAServerForWhoComesWithinAMoment() {
		EmbeddedServers servers = new EmbeddedServers(Duration.ofMillis(500));
		EmbeddedServers.Lease first = servers.lease(OPTIONS);
		URI endpoint = first.server().endpoint();
		first.close();
		try (EmbeddedServers.Lease second = servers.lease(OPTIONS)) {
			assertThat(second.server().endpoint()).isEqualTo(endpoint);
		}
	}

	private static boolean isClosedSoon(EmbeddedDynamo server) throws InterruptedException {
		for (int i = 0; i < 100 && !server.toString().contains("closed"); i++) {
			Thread.sleep(50);
		}
		return server.toString().contains("closed");
	}

}

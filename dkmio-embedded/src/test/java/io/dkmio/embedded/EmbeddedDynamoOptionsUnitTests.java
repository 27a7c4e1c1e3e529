package io.dkmio.embedded;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EmbeddedDynamoOptionsUnitTests {

	@Test
	void defaultsToAFreePortAndMemory() {
		EmbeddedDynamoOptions options = EmbeddedDynamoOptions.defaults();
		assertThat(options.port()).isZero();
		assertThat(options.dataDirectory()).isNull();
		assertThat(options.region()).isEqualTo(Region.US_EAST_1);
	}

	@Test
	void changesOneOptionAndKeepsTheOthers() {
		Path directory = Path.of("data");
		EmbeddedDynamoOptions options = EmbeddedDynamoOptions.defaults()
			.withPort(8000)
			.withDataDirectory(directory)
			.withRegion(Region.EU_WEST_1);
		assertThat(options).isEqualTo(new EmbeddedDynamoOptions(8000, directory, Region.EU_WEST_1));
		assertThat(EmbeddedDynamoOptions.defaults().port()).isZero();
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 65_536 })
	void refusesAPortThatDoesNotExist(int port) {
		EmbeddedDynamoOptions options = EmbeddedDynamoOptions.defaults();
		assertThatIllegalArgumentException().isThrownBy(() -> options.withPort(port))
			.withMessage("The port of an EmbeddedDynamo must be between 0 and 65535, but is " + port
					+ ". Use 0 for a free port");
	}

	@Test
	void refusesARegionThatCannotBeSigned() {
		EmbeddedDynamoOptions options = EmbeddedDynamoOptions.defaults();
		assertThatIllegalArgumentException().isThrownBy(() -> options.withRegion(Region.of("eu west")))
			.withMessageStartingWith(
					"The region of an EmbeddedDynamo must consist of letters, digits and hyphens, but is")
			.withMessageEndingWith("Use a name such as us-east-1");
	}

	@Test
	void refusesNull() {
		EmbeddedDynamoOptions options = EmbeddedDynamoOptions.defaults();
		assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> options.withDataDirectory(null))
			.withMessage("Data directory must not be null");
		assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> options.withRegion(null))
			.withMessage("Region must not be null");
		assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> EmbeddedDynamo.start(null))
			.withMessage("Options must not be null");
	}

}

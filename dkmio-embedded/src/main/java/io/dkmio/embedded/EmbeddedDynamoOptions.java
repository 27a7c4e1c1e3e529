package io.dkmio.embedded;

import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;

/**
 * How an {@link EmbeddedDynamo} is started. The defaults are a free port, everything in
 * memory, and the region {@code us-east-1}.
 *
 * @param port the port on 127.0.0.1, 0 for a free one
 * @param dataDirectory where tables are kept between two starts, or {@code null} to keep
 * them in memory
 * @param region the region its clients sign for; each pair of access key and region is a
 * database of its own
 * @since 1.0
 */
public record EmbeddedDynamoOptions(int port, @Nullable Path dataDirectory, Region region) {

	private static final Pattern REGION_ID = Pattern.compile("[A-Za-z0-9-]+");

	private static final int HIGHEST_PORT = 65_535;

	private static final EmbeddedDynamoOptions DEFAULTS = new EmbeddedDynamoOptions(0, null, Region.US_EAST_1);

	/**
	 * Checks what can be checked before a start.
	 */
	public EmbeddedDynamoOptions {
		Objects.requireNonNull(region, "Region must not be null");
		if (port < 0 || port > HIGHEST_PORT) {
			throw new IllegalArgumentException("The port of an EmbeddedDynamo must be between 0 and " + HIGHEST_PORT
					+ ", but is " + port + ". Use 0 for a free port");
		}
		if (!REGION_ID.matcher(region.id()).matches()) {
			throw new IllegalArgumentException("The region of an EmbeddedDynamo must consist of letters, digits and"
					+ " hyphens, but is '" + region.id() + "'. Use a name such as us-east-1");
		}
	}

	/**
	 * A free port, in memory, region {@code us-east-1}.
	 */
	public static EmbeddedDynamoOptions defaults() {
		return DEFAULTS;
	}

	/**
	 * The same options with another port; 0 for a free one.
	 */
	public EmbeddedDynamoOptions withPort(int port) {
		return new EmbeddedDynamoOptions(port, this.dataDirectory, this.region);
	}

	/**
	 * The same options with tables kept in this directory, which is created when it does
	 * not exist. One server at a time may use a directory.
	 */
	public EmbeddedDynamoOptions withDataDirectory(Path dataDirectory) {
		Objects.requireNonNull(dataDirectory, "Data directory must not be null");
		return new EmbeddedDynamoOptions(this.port, dataDirectory, this.region);
	}

	/**
	 * The same options with another region.
	 */
	public EmbeddedDynamoOptions withRegion(Region region) {
		return new EmbeddedDynamoOptions(this.port, this.dataDirectory, region);
	}

}

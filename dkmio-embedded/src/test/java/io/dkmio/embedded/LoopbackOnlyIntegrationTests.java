package io.dkmio.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Nobody but this machine reaches the server.
 */
class LoopbackOnlyIntegrationTests {

	private static EmbeddedDynamo dynamo;

	@BeforeAll
	static void start() {
		dynamo = EmbeddedDynamo.start();
	}

	@AfterAll
	static void stop() {
		dynamo.close();
	}

	@Test
	void refusesConnectionsToTheOtherAddressesOfThisMachine() throws SocketException {
		List<InetAddress> addresses = NetworkInterface.networkInterfaces()
			.flatMap(NetworkInterface::inetAddresses)
			.filter((address) -> address instanceof Inet4Address && !address.isLoopbackAddress())
			.toList();
		assumeThat(addresses).as("IPv4 addresses besides loopback").isNotEmpty();
		assertThat(addresses).allSatisfy(
				(address) -> assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> connect(address)));
	}

	@Test
	void takesConnectionsOnTheLoopbackAddress() throws IOException {
		connect(InetAddress.getLoopbackAddress());
	}

	@Test
	void isBoundToOneAddressInTheEyesOfTheKernel() throws IOException {
		List<Path> tables = Stream.of("/proc/self/net/tcp", "/proc/self/net/tcp6")
			.map(Path::of)
			.filter(Files::isReadable)
			.toList();
		assumeThat(tables).as("the kernel's tables of sockets").isNotEmpty();
		String port = String.format(Locale.ROOT, ":%04X", dynamo.endpoint().getPort());
		String listening = "0A";
		List<String> addresses = tables.stream()
			.flatMap(LoopbackOnlyIntegrationTests::rows)
			.map((row) -> row.trim().split("\\s+"))
			.filter((columns) -> columns[1].endsWith(port) && columns[3].equals(listening))
			.map((columns) -> columns[1].substring(0, columns[1].indexOf(':')))
			.toList();
		assertThat(addresses).singleElement().asString().endsWith("0100007F");
	}

	private static Stream<String> rows(Path table) {
		try {
			return Files.readAllLines(table).stream().skip(1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void connect(InetAddress address) throws IOException {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(address, dynamo.endpoint().getPort()), 2_000);
		}
	}

}

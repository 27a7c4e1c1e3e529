package io.dkmio.core.convert;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AccessGenerator}.
 */
class AccessGeneratorUnitTests {

	@Test
	void generatesAClassNextToTheType() throws Exception {
		assertThat(AccessGenerator.generate(plan(Point.class))).isInstanceOf(GeneratedAccess.class);
	}

	@Test
	void leavesTypesOfAnotherClassLoaderToMethodHandles() throws Exception {
		Class<?> type = new OtherLoader().define(Point.class);
		assertThat(type).isNotSameAs(Point.class);
		assertThat(AccessGenerator.generate(plan(type))).isNull();
		TypeAccess access = plan(type).toAccess();
		Object made = access.assemble(new Object[] { 3, "north" });
		Object[] values = new Object[2];
		access.disassemble(made, values);
		assertThat(made).isExactlyInstanceOf(type);
		assertThat(values).containsExactly(3, "north");
	}

	private static AccessPlan plan(Class<?> type) throws Exception {
		return new AccessPlan(type, type.getDeclaredConstructors()[0],
				List.of(type.getDeclaredMethod("distance"), type.getDeclaredMethod("direction")),
				Arrays.asList(null, null));
	}

	record Point(int distance, String direction) {
	}

	private static final class OtherLoader extends ClassLoader {

		Class<?> define(Class<?> type) throws IOException {
			String file = type.getName().replace('.', '/') + ".class";
			try (InputStream bytes = type.getClassLoader().getResourceAsStream(file)) {
				byte[] content = bytes.readAllBytes();
				return defineClass(type.getName(), content, 0, content.length);
			}
		}

	}

}

package io.dkmio.core.expression;

import java.beans.PropertyDescriptor;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.util.Assert;
import org.springframework.util.ReflectionUtils;

/**
 * Makes updates of objects that say what to change and leave the rest out, such as the
 * body of an HTTP PATCH.
 *
 * <pre class="code">
 * dynamo.patchWith(Customer.class, "c1", Map.of("name", "Ada", "note", Patch.DELETE));
 *
 * record CustomerPatch(&#64;Nullable String name, &#64;Nullable Object note) {
 * }
 * dynamo.patchWith(Customer.class, "c1", new CustomerPatch("Ada", Patch.DELETE));
 * </pre>
 *
 * @since 1.0
 */
public final class Patch {

	/** In the place of a value: the attribute is removed. */
	public static final Object DELETE = new Object() {

		@Override
		public String toString() {
			return "DELETE";
		}

	};

	private Patch() {
	}

	/**
	 * The update an object stands for.
	 * <ul>
	 * <li>Of a map, a value is set; {@code null}, {@link #DELETE} or an empty
	 * {@code Optional} removes; what the map does not have stays as it is.</li>
	 * <li>Of a record or another object, a property that is {@code null} stays as it is;
	 * {@link #DELETE} or an empty {@code Optional} removes; anything else is set.</li>
	 * </ul>
	 * Names are taken as they are, so that one with a dot is no path.
	 * @param source a map with strings for keys, a record, or an object with getters
	 * @return the update, empty if the source changes nothing
	 */
	public static Update of(Object source) {
		Assert.notNull(source, "Patch must not be null");
		Update update = Update.empty();
		if (source instanceof Map<?, ?> map) {
			for (Map.Entry<?, ?> entry : map.entrySet()) {
				Assert.isInstanceOf(String.class, entry.getKey(), "The keys of a patch are the names of properties");
				Object value = entry.getValue();
				update = with(update, (String) entry.getKey(), (value != null) ? value : DELETE);
			}
			return update;
		}
		Assert.isTrue(!BeanUtils.isSimpleValueType(source.getClass()),
				() -> "A patch is a map, a record, or an object with getters, and no "
						+ source.getClass().getSimpleName());
		if (source.getClass().isRecord()) {
			for (var component : source.getClass().getRecordComponents()) {
				ReflectionUtils.makeAccessible(component.getAccessor());
				update = with(update, component.getName(),
						ReflectionUtils.invokeMethod(component.getAccessor(), source));
			}
			return update;
		}
		for (PropertyDescriptor property : BeanUtils.getPropertyDescriptors(source.getClass())) {
			if (property.getReadMethod() != null && !"class".equals(property.getName())) {
				ReflectionUtils.makeAccessible(property.getReadMethod());
				update = with(update, property.getName(),
						ReflectionUtils.invokeMethod(property.getReadMethod(), source));
			}
		}
		return update;
	}

	private static Update with(Update update, String name, @Nullable Object value) {
		if (value == null) {
			return update;
		}
		AttributePath path = AttributePath.of(name);
		Object content = (value instanceof Optional<?> optional) ? optional.map(Object.class::cast).orElse(DELETE)
				: value;
		return content.equals(DELETE) ? update.remove(path) : update.set(path, content);
	}

}

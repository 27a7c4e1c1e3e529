package io.dkmio.core.schema;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Year;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.dkmio.AttributeType;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.DynamoPersistentProperty;
import io.dkmio.core.mapping.KeyComponent;
import software.amazon.awssdk.core.SdkBytes;

import org.springframework.util.ClassUtils;

/**
 * The attributes of the items of a type, as far as the types of its properties tell.
 */
final class ItemAttributes {

	private ItemAttributes() {
	}

	/**
	 * The attributes of an item type's properties, with the types they most likely have.
	 */
	static Map<String, AttributeType> of(DynamoPersistentEntity<?> entity) {
		Map<String, AttributeType> attributes = new LinkedHashMap<>();
		for (DynamoPersistentProperty property : entity) {
			if (!property.isOtherAttributes()) {
				attributes.put(property.getAttributeName(), type(property));
			}
		}
		return attributes;
	}

	/**
	 * What the keys of an item are made of: its template, or the property in braces.
	 */
	static String template(KeyComponent component) {
		return (component instanceof KeyComponent.Composed composed) ? composed.format().template().toString()
				: "{" + component.properties().get(0).getName() + "}";
	}

	/**
	 * The templates of several key attributes.
	 */
	static List<String> templates(List<KeyComponent> components) {
		List<String> templates = new ArrayList<>();
		components.forEach((component) -> templates.add(template(component)));
		return templates;
	}

	private static AttributeType type(DynamoPersistentProperty property) {
		Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(property.getType());
		if (property.isTimeToLive() || isNumber(type)) {
			return AttributeType.N;
		}
		if (isBinary(type)) {
			return AttributeType.B;
		}
		if (type == Boolean.class) {
			return AttributeType.BOOL;
		}
		if (Set.class.isAssignableFrom(type)) {
			return set(ClassUtils.resolvePrimitiveIfNecessary(property.getActualType()), property);
		}
		if (property.isCollectionLike() || type.isArray()) {
			return AttributeType.L;
		}
		return (property.isMap() || property.isEntity()) ? AttributeType.M : AttributeType.S;
	}

	private static AttributeType set(Class<?> member, DynamoPersistentProperty property) {
		if (isNumber(member)) {
			return AttributeType.NS;
		}
		if (isBinary(member)) {
			return AttributeType.BS;
		}
		boolean entity = property.getPersistentEntityTypeInformation().iterator().hasNext();
		return (entity || member == Boolean.class) ? AttributeType.L : AttributeType.SS;
	}

	private static boolean isNumber(Class<?> type) {
		return Number.class.isAssignableFrom(type) || type == Duration.class || type == Year.class;
	}

	private static boolean isBinary(Class<?> type) {
		return type == byte[].class || type == SdkBytes.class || ByteBuffer.class.isAssignableFrom(type);
	}

}

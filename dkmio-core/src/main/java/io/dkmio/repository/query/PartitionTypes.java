package io.dkmio.repository.query;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Optional;

import io.dkmio.core.ItemCollection;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.mapping.Item;

import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Tells which types are made of all items of a partition: {@link ItemCollection}, and
 * records of items.
 */
final class PartitionTypes {

	private PartitionTypes() {
	}

	static boolean matches(Class<?> type, DynamoMappingContext context) {
		if (type == ItemCollection.class) {
			return true;
		}
		if (!type.isRecord() || AnnotatedElementUtils.hasAnnotation(type, Item.class)
				|| type.getRecordComponents().length == 0) {
			return false;
		}
		for (RecordComponent component : type.getRecordComponents()) {
			if (!isOfItems(component, context)) {
				return false;
			}
		}
		return true;
	}

	private static boolean isOfItems(RecordComponent component, DynamoMappingContext context) {
		ResolvableType declared = ResolvableType.forMethodReturnType(component.getAccessor());
		boolean wrapped = component.getType() == Optional.class
				|| Collection.class.isAssignableFrom(component.getType());
		Class<?> item = (wrapped ? declared.getGeneric(0) : declared).toClass();
		return !item.isPrimitive() && !item.isArray() && !item.getName().startsWith("java.")
				&& context.getConcreteTypes(item).stream().anyMatch(DynamoPersistentEntity::isItem);
	}

}

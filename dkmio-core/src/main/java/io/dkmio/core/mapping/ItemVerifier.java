package io.dkmio.core.mapping;

import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.util.ClassUtils;

/**
 * Checks one type, and resolves its keys if it is an item.
 */
final class ItemVerifier {

	private static final Set<Class<?>> VERSION_TYPES = Set.of(Long.class, Integer.class, Short.class);

	private static final Set<Class<?>> TIME_TO_LIVE_TYPES = Set.of(Instant.class, Long.class);

	private final KeyTypes types;

	private final Collection<String> tables;

	ItemVerifier(KeyTypes types, Collection<String> tables) {
		this.types = types;
		this.tables = tables;
	}

	void verify(BasicDynamoPersistentEntity<?> entity, Faults.Of faults) {
		verifyCreation(entity, faults);
		verifyNames(entity, faults);
		verifySpecial(entity, faults);
		Item item = entity.getItem();
		if (item == null) {
			return;
		}
		if (entity.getAliases().stream().anyMatch(String::isBlank)) {
			faults.add("has an empty type alias; name one in @TypeAlias and @Item(aliases = …)");
		}
		TableDefinition table = entity.getTable();
		if (table == null) {
			faults.add("is in table '" + item.table() + "', which is not declared; declare it"
					+ (this.tables.isEmpty() ? "" : ", or name one of " + String.join(", ", this.tables)));
			return;
		}
		resolve(entity, item, table, isAbstract(entity) ? Faults.UNREPORTED : faults);
		verifyTimeToLiveAttribute(entity, table, faults);
	}

	/**
	 * Resolves the keys. Those of an abstract type may be composed of what its subclasses
	 * declare: faults are theirs.
	 */
	private void resolve(BasicDynamoPersistentEntity<?> entity, Item item, TableDefinition table, Faults.Of faults) {
		KeyComponents components = new KeyComponents(entity, table, this.types, faults);
		KeyModel key = new KeyResolver(entity, item, table, components, faults).resolve();
		List<IndexModel> indexes = new IndexResolver(entity.getType(), table, components, faults).resolve();
		entity.setKeys(key, indexes, components.composed());
		entity.setUniques(new UniqueResolver(entity, table, components, faults).resolve());
		verifyReserved(entity, table, faults);
		new IndexPropertyVerifier(entity, table, faults).verify();
	}

	private void verifyTimeToLiveAttribute(BasicDynamoPersistentEntity<?> entity, TableDefinition table,
			Faults.Of faults) {
		DynamoPersistentProperty property = entity.getTimeToLiveProperty();
		if (property == null) {
			return;
		}
		String attribute = table.timeToLiveAttribute();
		if (attribute == null) {
			faults.add("property '" + property.getName() + "' is a time to live, but table '" + table.name()
					+ "' declares no time to live attribute; declare one");
		}
		else if (!property.getAttributeName().equals(attribute)) {
			faults.add("property '" + property.getName() + "' is a time to live stored as '"
					+ property.getAttributeName() + "', but table '" + table.name() + "' expires items by '" + attribute
					+ "'; remove its @Attribute");
		}
	}

	/**
	 * Spring Data does not find the canonical constructor of a record that is not public
	 * if there are others.
	 */
	private void verifyCreation(BasicDynamoPersistentEntity<?> entity, Faults.Of faults) {
		String refusal = EnhancedAnnotations.refusal(entity.getType());
		if (refusal != null) {
			faults.add(refusal);
		}
		else if (entity.getInstanceCreatorMetadata() == null && !isAbstract(entity)) {
			faults.add("has several constructors, and none of them is chosen; "
					+ "annotate the one to read items with @PersistenceCreator");
		}
	}

	private void verifyNames(BasicDynamoPersistentEntity<?> entity, Faults.Of faults) {
		Map<String, String> names = new HashMap<>();
		for (DynamoPersistentProperty property : entity) {
			if (property.isOtherAttributes()) {
				continue;
			}
			String other = names.put(property.getAttributeName(), property.getName());
			if (property.getName().equals(other)) {
				faults.add("property '" + other + "' is declared twice, in the class and in one it extends; keep one");
			}
			else if (other != null) {
				faults.add("properties '" + other + "' and '" + property.getName() + "' are both stored as '"
						+ property.getAttributeName() + "'; name another attribute with @Attribute for one of them");
			}
		}
	}

	private void verifySpecial(BasicDynamoPersistentEntity<?> entity, Faults.Of faults) {
		entity.forEach((property) -> EnhancedAnnotations.refusals(property).forEach(faults::add));
		single(entity, TimeToLive.class, faults);
		single(entity, OtherAttributes.class, faults);
		single(entity, PartitionKey.class, faults);
		single(entity, SortKey.class, faults);
		DynamoPersistentProperty version = entity.getVersionProperty();
		if (version != null && !VERSION_TYPES.contains(boxed(version))) {
			faults.add("property '" + version.getName() + "' is a version of type " + version.getType().getSimpleName()
					+ "; use Long, Integer or Short");
		}
		DynamoPersistentProperty timeToLive = entity.getTimeToLiveProperty();
		if (timeToLive != null) {
			verifyTimeToLive(timeToLive, faults);
		}
		entity.forEach((property) -> verifyScale(property, faults));
		DynamoPersistentProperty others = entity.getOtherAttributesProperty();
		if (others != null && (others.getType() != Map.class || !others.getTypeInformation()
			.getTypeArguments()
			.stream()
			.map((type) -> (Object) type.getType())
			.toList()
			.equals(List.of(String.class, Object.class)))) {
			faults.add(
					"property '" + others.getName() + "' holds other attributes; its type must be Map<String, Object>");
		}
	}

	private void verifyScale(DynamoPersistentProperty property, Faults.Of faults) {
		if (property.getScale() != null && !this.types.hasScale(property)) {
			faults.add("property '" + property.getName() + "' of type " + property.getType().getSimpleName()
					+ " declares a scale, which only BigDecimal has; remove it, or change the type");
		}
	}

	private void verifyTimeToLive(DynamoPersistentProperty property, Faults.Of faults) {
		if (!TIME_TO_LIVE_TYPES.contains(boxed(property))) {
			faults.add("property '" + property.getName() + "' is a time to live of type "
					+ property.getType().getSimpleName() + "; use Instant, or Long for seconds since the epoch");
		}
		TimeToLive annotation = property.getRequiredAnnotation(TimeToLive.class);
		if (property.getType().isPrimitive() && !annotation.after().isBlank()) {
			faults.add("property '" + property.getName() + "' is a " + property.getType().getSimpleName()
					+ " and never null, so that after = \"" + annotation.after() + "\" would never count; use "
					+ boxed(property).getSimpleName());
		}
		try {
			TimeToLiveDuration.parse(annotation.after());
		}
		catch (IllegalArgumentException ex) {
			faults.add("property '" + property.getName() + "' has @TimeToLive(after = \"" + annotation.after()
					+ "\"); write a positive duration such as 30d, 12h, 90s or PT1H30M");
		}
	}

	/**
	 * Attributes the mapping writes by itself cannot be properties as well.
	 */
	private void verifyReserved(BasicDynamoPersistentEntity<?> entity, TableDefinition table, Faults.Of faults) {
		Map<String, String> reserved = new HashMap<>();
		entity.getComposedKeys()
			.forEach((composed) -> reserved.put(composed.attribute().name(), "a key composed by a template"));
		if (table.typeAttribute() != null) {
			reserved.put(table.typeAttribute(), "the item's type");
		}
		for (DynamoPersistentProperty property : entity) {
			String use = reserved.get(property.getAttributeName());
			if (use != null && !property.isOtherAttributes()) {
				faults.add("property '" + property.getName() + "' is stored as '" + property.getAttributeName()
						+ "', which holds " + use + "; name another attribute with @Attribute");
			}
			if (property.getAttributeName().equals(table.timeToLiveAttribute()) && !property.isTimeToLive()) {
				faults.add("property '" + property.getName() + "' is stored as '" + property.getAttributeName()
						+ "', by which table '" + table.name()
						+ "' expires items; annotate it with @TimeToLive, or name another attribute with @Attribute");
			}
		}
	}

	private void single(BasicDynamoPersistentEntity<?> entity, Class<? extends Annotation> annotation,
			Faults.Of faults) {
		Set<String> names = new HashSet<>();
		entity.getPersistentProperties(annotation).forEach((property) -> names.add(property.getName()));
		if (names.size() > 1) {
			faults.add("has @" + annotation.getSimpleName() + " on several properties, "
					+ String.join(", ", names.stream().sorted().toList()) + "; keep one");
		}
	}

	private static boolean isAbstract(BasicDynamoPersistentEntity<?> entity) {
		return Modifier.isAbstract(entity.getType().getModifiers());
	}

	private static Class<?> boxed(DynamoPersistentProperty property) {
		return ClassUtils.resolvePrimitiveIfNecessary(property.getType());
	}

}

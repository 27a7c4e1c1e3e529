package io.dkmio.repository.query;

import java.util.List;
import java.util.stream.Stream;

import io.dkmio.UnservableQueryException;
import io.dkmio.core.mapping.DynamoMappingContext;

import org.springframework.data.core.PropertyPath;
import org.springframework.data.projection.ProjectionFactory;
import org.springframework.data.repository.query.ReturnedType;

/**
 * Decides what is read for what a method returns: whole items, or the properties of a
 * projection alone.
 */
final class ResultMappings {

	private final QuerySource source;

	private final ProjectionFactory projections;

	private final DynamoMappingContext context;

	private final Class<?> domainType;

	ResultMappings(QuerySource source, ProjectionFactory projections, DynamoMappingContext context) {
		this.context = context;
		this.source = source;
		this.projections = projections;
		this.domainType = source.entity().getType();
	}

	/**
	 * What is read for a type that is returned.
	 */
	ResultMapping of(Class<?> returnedType) {
		ReturnedType returned = ReturnedType.of(returnedType, this.domainType, this.projections);
		Class<?> type = returned.getReturnedType();
		if (type.isAssignableFrom(this.domainType)) {
			return ResultMapping.identity(this.source.readType(type));
		}
		if (PartitionTypes.matches(type, this.context)) {
			return ResultMapping.partition(type);
		}
		if (returned.isInterfaceProjection()) {
			return returned.needsCustomConstruction() ? closed(returned) : new ResultMapping(this.domainType, List.of(),
					(item) -> this.projections.createProjection(type, item), false);
		}
		if (returned.isDtoProjection()) {
			DtoConstructor constructor = new DtoConstructor(this.source, type);
			return ResultMapping.rows(paths(type, constructor.properties()), constructor::create);
		}
		throw refused(type, "is neither " + this.domainType.getSimpleName() + " nor a projection of it",
				"Return items, an interface with getters for some properties, or a record of some properties");
	}

	private ResultMapping closed(ReturnedType returned) {
		Class<?> type = returned.getReturnedType();
		return ResultMapping.rows(paths(type, returned.getInputProperties()),
				(row) -> this.projections.createProjection(type, row));
	}

	private Stream<PropertyPath> paths(Class<?> type, List<String> properties) {
		for (String property : properties) {
			if (this.source.entity().getPersistentProperty(property) == null) {
				throw refused(type,
						"has '" + property + "', which " + this.domainType.getSimpleName() + " does not have",
						"Use its properties: " + PropertySteps.names(this.source.entity()));
			}
		}
		return properties.stream().map((property) -> PropertyPath.from(property, this.domainType));
	}

	private UnservableQueryException refused(Class<?> type, String reason, String advice) {
		return this.source.refused("what it returns, " + type.getSimpleName() + ", " + reason, advice);
	}

}

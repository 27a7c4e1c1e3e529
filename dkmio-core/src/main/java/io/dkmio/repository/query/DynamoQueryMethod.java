package io.dkmio.repository.query;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.query.QueryShape;
import io.dkmio.repository.AllowScan;
import io.dkmio.repository.Condition;
import io.dkmio.repository.ConsistentRead;
import io.dkmio.repository.Delete;
import io.dkmio.repository.Index;
import io.dkmio.repository.Query;
import io.dkmio.repository.Update;
import io.dkmio.transaction.ReadTransaction;
import io.dkmio.transaction.WriteTransaction;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.data.core.TypeInformation;
import org.springframework.data.projection.ProjectionFactory;
import org.springframework.data.repository.core.RepositoryMetadata;
import org.springframework.data.repository.query.DefaultParameters;
import org.springframework.data.repository.query.Parameter;
import org.springframework.data.repository.query.QueryMethod;
import org.springframework.data.repository.util.QueryExecutionConverters;

/**
 * A method of a repository that is a query.
 *
 * @since 1.0
 */
public final class DynamoQueryMethod extends QueryMethod implements QuerySource {

	private final Method method;

	private final Class<?> repository;

	private final DynamoMappingContext context;

	private final Class<?> answerType;

	private final Class<?> idType;

	/**
	 * Creates a method.
	 * @param method the method
	 * @param metadata the repository
	 * @param projections makes projections
	 * @param context knows the types
	 */
	public DynamoQueryMethod(Method method, RepositoryMetadata metadata, ProjectionFactory projections,
			DynamoMappingContext context) {
		super(method, metadata, projections, DefaultParameters::new);
		this.method = method;
		this.repository = metadata.getRepositoryInterface();
		this.context = context;
		this.answerType = answerType(metadata.getReturnType(method));
		this.idType = metadata.getIdType();
	}

	private static Class<?> answerType(TypeInformation<?> declared) {
		TypeInformation<?> component = QueryExecutionConverters.supports(declared.getType())
				&& QueryExecutionConverters.isSingleValue(declared.getType()) ? declared.getComponentType() : null;
		return (component != null) ? component.getType() : declared.getType();
	}

	@Override
	public DynamoPersistentEntity<?> entity() {
		return this.context.getRequiredPersistentEntity(getDomainClass());
	}

	@Override
	public Class<?> readType(Class<?> returned) {
		boolean family = returned != Object.class && !returned.getName().startsWith("java.")
				&& returned != entity().getType() && returned.isAssignableFrom(entity().getType())
				&& this.context.getConcreteTypes(returned).stream().filter(DynamoPersistentEntity::isItem).count() > 1;
		return family ? returned : entity().getType();
	}

	DynamoMappingContext context() {
		return this.context;
	}

	Method method() {
		return this.method;
	}

	Class<?> repository() {
		return this.repository;
	}

	/**
	 * What is answered, without what wraps it: a number, a boolean, nothing, an item or
	 * items.
	 */
	Class<?> answerType() {
		return this.answerType;
	}

	/**
	 * The type of the ids of the repository.
	 */
	Class<?> idType() {
		return this.idType;
	}

	/**
	 * The name texts and keys know a parameter by.
	 */
	String nameOf(Parameter parameter) {
		return parameter.getName()
			.orElseThrow(() -> refused("parameter " + (parameter.getIndex() + 1) + " has no name",
					"Compile with -parameters, or annotate it with @Param"));
	}

	/**
	 * The position of a parameter's value among those that are bound.
	 */
	int argument(Parameter parameter) {
		int position = 0;
		for (Parameter each : getParameters().getBindableParameters()) {
			if (each.getIndex() < parameter.getIndex()) {
				position++;
			}
		}
		return position;
	}

	/**
	 * The type of a parameter, with that of its elements.
	 */
	ResolvableType typeOf(Parameter parameter) {
		return ResolvableType.forMethodParameter(
				new MethodParameter(this.method, parameter.getIndex()).withContainingClass(this.repository));
	}

	/**
	 * The type of the elements of an array or a collection.
	 */
	static Class<?> elementOf(ResolvableType several) {
		return several.isArray() ? several.getComponentType().toClass()
				: several.as(Iterable.class).getGeneric(0).toClass();
	}

	/**
	 * Whether a parameter holds several values.
	 */
	static boolean isSeveral(Parameter parameter) {
		Class<?> type = parameter.getType();
		return Iterable.class.isAssignableFrom(type) || (type.isArray() && type != byte[].class);
	}

	@Nullable Query annotation() {
		return AnnotatedElementUtils.findMergedAnnotation(this.method, Query.class);
	}

	/**
	 * Whether the method says itself what it reads.
	 * @return {@code true} if it is annotated with {@link Query}
	 */
	public boolean isAnnotated() {
		return annotation() != null;
	}

	@Nullable Update update() {
		return AnnotatedElementUtils.findMergedAnnotation(this.method, Update.class);
	}

	/**
	 * What must hold for the method to write.
	 */
	Set<Condition> conditions() {
		return AnnotatedElementUtils.findMergedRepeatableAnnotations(this.method, Condition.class,
				Condition.List.class);
	}

	/**
	 * Whether the method is a write of one item.
	 * @return {@code true} if it is annotated with {@link Update}, {@link Delete} or
	 * {@link Condition}
	 */
	public boolean isWrite() {
		return update() != null || isDelete() || !conditions().isEmpty();
	}

	boolean isDelete() {
		return AnnotatedElementUtils.hasAnnotation(this.method, Delete.class);
	}

	boolean isWriteTransaction() {
		return AnnotatedElementUtils.hasAnnotation(this.method, WriteTransaction.class)
				|| AnnotatedElementUtils.hasAnnotation(this.repository, WriteTransaction.class);
	}

	boolean isReadTransaction() {
		return AnnotatedElementUtils.hasAnnotation(this.method, ReadTransaction.class)
				|| AnnotatedElementUtils.hasAnnotation(this.repository, ReadTransaction.class);
	}

	boolean isScanAllowed() {
		return AnnotatedElementUtils.hasAnnotation(this.method, AllowScan.class)
				|| AnnotatedElementUtils.hasAnnotation(this.repository, AllowScan.class);
	}

	/**
	 * A question about all items of the type, with what the annotations beside
	 * {@link Query} say.
	 */
	QueryShape shape() {
		QueryShape shape = QueryShape.of(this.context.getRequiredPersistentEntity(readType(getReturnedObjectType())));
		Index index = AnnotatedElementUtils.findMergedAnnotation(this.method, Index.class);
		if (index != null) {
			shape = shape.withIndex(index.value());
		}
		if (AnnotatedElementUtils.hasAnnotation(this.method, ConsistentRead.class)
				|| AnnotatedElementUtils.hasAnnotation(this.repository, ConsistentRead.class)) {
			shape = shape.withConsistent();
		}
		return isScanAllowed() ? shape.withScanAllowed() : shape;
	}

	/**
	 * The method by the names of its interface and itself, such as
	 * {@code OrderRepository.findByStatus}.
	 */
	String name() {
		return this.repository.getSimpleName() + "." + this.method.getName();
	}

	/**
	 * The method with the types of its parameters.
	 * @return a text such as {@code OrderRepository.findByStatus(Status)}
	 */
	@Override
	public String describe() {
		return name() + Arrays.stream(this.method.getParameterTypes())
			.map(Class::getSimpleName)
			.collect(Collectors.joining(", ", "(", ")"));
	}

}

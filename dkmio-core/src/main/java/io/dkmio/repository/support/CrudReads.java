package io.dkmio.repository.support;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.dkmio.core.DynamoOperations;
import io.dkmio.core.PreparedRead;
import io.dkmio.core.expression.AttributePath;
import io.dkmio.core.mapping.DynamoPersistentEntity;
import io.dkmio.core.query.KeyLookup;
import io.dkmio.core.query.QueryShape;
import io.dkmio.repository.MethodPlan;
import io.dkmio.repository.MethodPlan.Cost;
import io.dkmio.repository.query.PlanDescription;

import org.springframework.data.core.PropertyPath;

/**
 * The reads of the methods every repository has, and how all those methods are served.
 *
 * @param <T> the type of the items
 */
final class CrudReads<T> {

	private final Class<?> repository;

	private final CrudMethodOptions options;

	private final DynamoPersistentEntity<?> entity;

	private final CrudRead<T> findAll;

	private final CrudRead<T> count;

	private final CrudRead<?> deleteAll;

	CrudReads(Class<T> type, DynamoPersistentEntity<?> entity, DynamoOperations operations, CrudMethodOptions options) {
		this.repository = options.repository();
		this.options = options;
		this.entity = entity;
		this.findAll = CrudRead.plan(name("findAll()"), operations, type,
				options.options("findAll", QueryShape.of(entity)));
		this.count = CrudRead.plan(name("count()"), operations, type,
				options.options("count", QueryShape.of(entity)).withAnswer(QueryShape.Answer.COUNT));
		this.deleteAll = CrudRead.plan(name("deleteAll()"), operations, Map.class,
				options.options("deleteAll", QueryShape.of(entity)).withSelect(keys(entity)));
	}

	private static List<AttributePath> keys(DynamoPersistentEntity<?> entity) {
		return entity.getRequiredKey()
			.properties()
			.stream()
			.map((property) -> AttributePath.ofProperty(PropertyPath.from(property.getName(), entity.getType())))
			.toList();
	}

	private String name(String method) {
		return this.repository.getSimpleName() + "." + method;
	}

	PreparedRead<T> findAll() {
		return this.findAll.required();
	}

	PreparedRead<T> count() {
		return this.count.required();
	}

	/**
	 * Reads the keys of all items, as maps of the properties in them.
	 */
	PreparedRead<?> deleteAll() {
		return this.deleteAll.required();
	}

	List<MethodPlan> plans() {
		List<MethodPlan> plans = new ArrayList<>();
		plans.add(PlanDescription.of(name("findById(ID)"), new KeyLookup(this.entity), true));
		plans.add(PlanDescription.of(name("existsById(ID)"), new KeyLookup(this.entity), true));
		plans.add(this.findAll.plan());
		plans.add(this.count.plan());
		plans.add(deletion(this.deleteAll.plan()));
		plans.add(batchGet());
		plans.add(write("insert(Object)", "PutItem", Cost.ITEM));
		plans.add(write("save(Object)", "PutItem", Cost.ITEM));
		plans.add(write("update(Object)", "PutItem", Cost.ITEM));
		plans.add(write("upsert(Object)", "UpdateItem", Cost.ITEM));
		plans.add(write("patch(ID, Update)", "UpdateItem", Cost.ITEM));
		plans.add(write("patchAndReturn(ID, Update)", "UpdateItem", Cost.ITEM));
		plans.add(write("check(ID, Write)", "TransactWriteItems", Cost.ITEM));
		plans.add(write("delete(Object)", "DeleteItem", Cost.ITEM));
		plans.add(write("deleteById(ID)", "DeleteItem", Cost.ITEM));
		plans.add(write("saveAll(Iterable)", "BatchWriteItem", Cost.ITEMS));
		plans.add(write("deleteAll(Iterable)", "BatchWriteItem", Cost.ITEMS));
		plans.add(write("deleteAllById(Iterable)", "BatchWriteItem", Cost.ITEMS));
		return plans.stream().filter((plan) -> isDeclared(plan.method())).toList();
	}

	private MethodPlan batchGet() {
		return plan("findAllById(Iterable)",
				this.options.isReadTransaction("findAllById") ? "TransactGetItems" : "BatchGetItem", Cost.ITEMS);
	}

	private MethodPlan write(String method, String operation, Cost cost) {
		if (this.options.isWriteTransaction(method.substring(0, method.indexOf('(')))) {
			return plan(method, "TransactWriteItems", cost);
		}
		boolean batch = operation.equals("BatchWriteItem");
		if (!this.entity.getUniques().isEmpty() && !operation.equals("UpdateItem")) {
			return plan(method, "TransactWriteItems", cost, batch ? "writes items one by one, with their unique values"
					: "writes the unique values of the item with it");
		}
		if (batch && this.entity.hasVersionProperty() && !method.startsWith("deleteAllById")) {
			return plan(method, method.startsWith("save") ? "PutItem" : "DeleteItem", cost,
					"writes items one by one, under the conditions of their versions");
		}
		return plan(method, operation, cost);
	}

	private MethodPlan plan(String method, String operation, Cost cost, String... warnings) {
		String table = this.entity.getRequiredTable().name();
		return new MethodPlan(name(method), operation, table, null, "", "", List.of(), cost, List.of(warnings),
				operation + " " + table);
	}

	private MethodPlan deletion(MethodPlan plan) {
		return this.options.isWriteTransaction("deleteAll") ? PlanDescription.inWriteTransaction(plan, List.of())
				: plan;
	}

	/**
	 * Whether the repository has a method: an application's own interface may declare few
	 * of them.
	 */
	private boolean isDeclared(String method) {
		String name = method.substring(method.indexOf('.') + 1, method.indexOf('('));
		int parameters = method.endsWith("()") ? 0 : method.split(",").length;
		return Arrays.stream(this.repository.getMethods())
			.anyMatch((each) -> each.getName().equals(name) && each.getParameterCount() == parameters);
	}

}

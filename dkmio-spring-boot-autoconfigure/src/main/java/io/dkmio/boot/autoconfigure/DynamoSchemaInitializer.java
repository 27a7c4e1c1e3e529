package io.dkmio.boot.autoconfigure;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.core.schema.SchemaReport;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.InitializingBean;

/**
 * Creates or compares the tables before anything uses them.
 */
final class DynamoSchemaInitializer implements InitializingBean {

	private static final Log logger = LogFactory.getLog(DynamoSchemaInitializer.class);

	private final SchemaMode mode;

	private final Supplier<SchemaManager> schema;

	private final Collection<TableDefinition> tables;

	DynamoSchemaInitializer(SchemaMode mode, Supplier<SchemaManager> schema, Collection<TableDefinition> tables) {
		this.mode = mode;
		this.schema = schema;
		this.tables = tables;
	}

	@Override
	public void afterPropertiesSet() {
		switch (this.mode) {
			case CREATE -> create();
			case VALIDATE -> validate();
			case NONE -> logger.debug("dkmio.schema is none: tables are neither created nor compared");
		}
	}

	private void create() {
		List<String> created = this.schema.get().create(this.tables);
		if (!created.isEmpty()) {
			logger.info("Created the tables " + String.join(", ", created));
		}
	}

	private void validate() {
		SchemaReport report = this.schema.get().validate(this.tables);
		report.throwIfInvalid();
		report.notes().forEach((note) -> logger.info(note.toString()));
	}

}

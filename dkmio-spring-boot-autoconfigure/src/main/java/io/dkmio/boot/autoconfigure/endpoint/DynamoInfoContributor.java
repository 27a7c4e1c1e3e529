package io.dkmio.boot.autoconfigure.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;

import io.dkmio.core.DynamoOperations;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.TableDefinition;

import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;

/**
 * The version of dkmio, and which tables it works with.
 */
final class DynamoInfoContributor implements InfoContributor {

	private final DynamoMappingContext context;

	DynamoInfoContributor(DynamoMappingContext context) {
		this.context = context;
	}

	@Override
	public void contribute(Info.Builder builder) {
		Map<String, Object> info = new LinkedHashMap<>();
		String version = DynamoOperations.class.getPackage().getImplementationVersion();
		if (version != null) {
			info.put("version", version);
		}
		Map<String, Object> tables = new LinkedHashMap<>();
		for (TableDefinition table : this.context.getTables()) {
			tables.put(table.logicalName(), table.name());
		}
		info.put("tables", tables);
		builder.withDetail("dkmio", info);
	}

}

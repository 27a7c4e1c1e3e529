package io.dkmio.core.schema;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.dkmio.core.mapping.TableDefinition;

import org.springframework.util.StringUtils;

/**
 * Names for tables in files that describe them, each once. They come from the logical
 * names, which stay the same where prefixes of physical names change.
 */
final class ResourceNames {

	private final Set<String> used = new HashSet<>();

	/**
	 * A name of letters and digits, such as {@code ShopOrdersTable}.
	 */
	String camel(TableDefinition table) {
		StringBuilder name = new StringBuilder();
		for (String word : StringUtils.tokenizeToStringArray(base(table).replaceAll("[^A-Za-z0-9]+", " "), " ")) {
			name.append(StringUtils.capitalize(word));
		}
		return unique(name.append("Table").toString(), (number) -> name + number);
	}

	/**
	 * A name of small letters, digits and underscores, such as {@code shop_orders}.
	 */
	String snake(TableDefinition table) {
		String name = base(table).replaceAll("[^A-Za-z0-9]+", "_").toLowerCase(Locale.ROOT);
		String valid = Character.isLetter(name.charAt(0)) ? name : "table_" + name;
		return unique(valid, (number) -> valid + "_" + number);
	}

	private static String base(TableDefinition table) {
		return table.logicalName().equals(TableDefinition.DEFAULT) ? table.name() : table.logicalName();
	}

	private String unique(String name, UnaryOperator<String> numbered) {
		String result = name;
		for (int i = 2; !this.used.add(result); i++) {
			result = numbered.apply(Integer.toString(i));
		}
		return result;
	}

}

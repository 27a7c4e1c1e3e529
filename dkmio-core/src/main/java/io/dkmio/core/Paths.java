package io.dkmio.core;

import java.util.ArrayList;
import java.util.List;

import io.dkmio.core.expression.AttributePath;

import org.springframework.util.Assert;

/**
 * Paths as callers write them.
 */
final class Paths {

	private Paths() {
	}

	static List<AttributePath> and(List<AttributePath> selected, String... paths) {
		Assert.notEmpty(paths, "A selection needs at least one property");
		List<AttributePath> all = new ArrayList<>(selected);
		for (String path : paths) {
			AttributePath parsed = AttributePath.parse(path);
			if (!all.contains(parsed)) {
				all.add(parsed);
			}
		}
		return all;
	}

}

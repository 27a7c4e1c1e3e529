package io.dkmio.aot;

import io.dkmio.core.mapping.event.AfterConvertCallback;
import io.dkmio.core.mapping.event.AfterSaveCallback;
import io.dkmio.core.mapping.event.BeforeConvertCallback;
import io.dkmio.core.mapping.event.BeforeSaveCallback;
import io.dkmio.core.mapping.event.BeforeUpdateCallback;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;

/**
 * Lets Spring Data find the methods of entity callbacks.
 */
final class CallbackHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		hints.reflection()
			.registerTypes(
					TypeReference.listOf(BeforeConvertCallback.class, BeforeSaveCallback.class,
							BeforeUpdateCallback.class, AfterSaveCallback.class, AfterConvertCallback.class),
					(hint) -> hint.withMembers(MemberCategory.INVOKE_PUBLIC_METHODS));
	}

}

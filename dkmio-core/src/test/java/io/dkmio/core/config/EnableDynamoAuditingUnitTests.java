package io.dkmio.core.config;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.mapping.event.AuditingEntityCallback;
import io.dkmio.core.mapping.event.BeforeConvertCallback;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.annotation.CreatedBy;
import org.springframework.data.annotation.CreatedDate;
import org.springframework.data.annotation.LastModifiedDate;
import org.springframework.data.annotation.Version;
import org.springframework.data.auditing.DateTimeProvider;
import org.springframework.data.domain.AuditorAware;
import org.springframework.data.mapping.callback.EntityCallbacks;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EnableDynamoAuditing}.
 */
class EnableDynamoAuditingUnitTests {

	private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

	@Test
	void setsDatesAndTheAuditorOfANewItem() {
		Note note = audited(new Note("n1", null, null, null, null));
		assertThat(note).isEqualTo(new Note("n1", null, NOW, NOW, "ada"));
	}

	@Test
	void leavesTheCreationOfAnOldItemAlone() {
		Instant before = NOW.minusSeconds(60);
		Note note = audited(new Note("n1", 1L, before, before, "bob"));
		assertThat(note).isEqualTo(new Note("n1", 1L, before, NOW, "bob"));
	}

	private static Note audited(Note note) {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Auditing.class)) {
			assertThat(context.getBeansOfType(AuditingEntityCallback.class)).hasSize(1);
			return EntityCallbacks.create(context).callback(BeforeConvertCallback.class, note, "notes");
		}
	}

	@Item(pk = "NOTE#{id}", sk = "NOTE")
	record Note(String id, @Version Long version, @CreatedDate Instant createdAt, @LastModifiedDate Instant updatedAt,
			@CreatedBy String createdBy) {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableDynamoAuditing(dateTimeProviderRef = "clock", auditorAwareRef = "auditor")
	static class Auditing {

		@Bean
		DynamoMappingContext context() {
			return DynamoMappingContext.of(List.of(TableDefinition.of("notes")), Note.class);
		}

		@Bean
		DateTimeProvider clock() {
			return () -> Optional.of(NOW);
		}

		@Bean
		AuditorAware<String> auditor() {
			return () -> Optional.of("ada");
		}

	}

}

package io.dkmio.boot.autoconfigure.restart;

import java.util.List;
import java.util.function.Function;

import io.dkmio.core.DynamoTemplate;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * An application as DevTools loads it: again and again, each time by another class
 * loader.
 */
@Configuration(proxyBeanMethods = false)
@AutoConfigurationPackage
public class Restarted implements Function<ApplicationContext, List<Object>> {

	/**
	 * Writes a note by a repository, and reads it in three ways.
	 */
	@Override
	public List<Object> apply(ApplicationContext context) {
		NoteRepository notes = context.getBean(NoteRepository.class);
		Note note = notes.save(new Note("n1", "hello", new Note.Author("Ada")));
		return List.of(note, notes.findById("n1").orElseThrow(), notes.findSummariesByNoteId("n1").get(0),
				context.getBean(DynamoTemplate.class).get(Note.class, "n1").required());
	}

}

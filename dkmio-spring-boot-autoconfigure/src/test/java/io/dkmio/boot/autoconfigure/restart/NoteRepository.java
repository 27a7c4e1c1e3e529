package io.dkmio.boot.autoconfigure.restart;

import java.util.List;

import io.dkmio.repository.DynamoRepository;

interface NoteRepository extends DynamoRepository<Note, String> {

	List<Note.Summary> findSummariesByNoteId(String noteId);

}

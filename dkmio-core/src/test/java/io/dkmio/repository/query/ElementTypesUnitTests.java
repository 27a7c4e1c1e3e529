package io.dkmio.repository.query;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.dkmio.UnservableQueryException;
import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.convert.DynamoConversionContext;
import io.dkmio.core.convert.DynamoCustomConversions;
import io.dkmio.core.convert.MappingDynamoConverter;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.Item;
import io.dkmio.domain.Shop;
import io.dkmio.domain.Status;
import io.dkmio.repository.Condition;
import io.dkmio.repository.Delete;
import io.dkmio.repository.NoRequests;
import io.dkmio.repository.Query;
import io.dkmio.repository.Update;
import io.dkmio.repository.support.DynamoRepositoryFactory;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.PropertyValueConverter;
import org.springframework.data.convert.ValueConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.QueryCreationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Parameters that are elements of sets and lists.
 */
class ElementTypesUnitTests {

	private final DynamoRepositoryFactory factory = factory(
			DynamoCustomConversions.of(TagsToText.INSTANCE, MoodToNumber.INSTANCE));

	private static DynamoRepositoryFactory factory(DynamoCustomConversions conversions) {
		DynamoMappingContext context = new DynamoMappingContext(List.of(Shop.TABLE));
		context.setCustomConversions(conversions);
		context.setInitialEntitySet(Set.of(Note.class));
		context.initialize();
		return new DynamoRepositoryFactory(new DynamoTemplate(new NoRequests(), context,
				new MappingDynamoConverter(context, conversions), Clock.systemUTC()));
	}

	private void refuses(Class<?> repository, String text) {
		QueryCreationException failure = catchThrowableOfType(QueryCreationException.class,
				() -> this.factory.getRepository(repository));
		assertThat(failure).isNotNull();
		assertThat(failure.getCause()).isInstanceOf(UnservableQueryException.class)
			.hasMessage(repository.getSimpleName() + "." + text);
	}

	private void takes(Class<?> repository) {
		this.factory.getRepository(repository);
		assertThat(this.factory.plans(repository)).isNotEmpty();
	}

	@Test
	void refusesToLookForWhatIsNeverContained() {
		refuses(NumberInTexts.class,
				"drop(String, int) cannot be served: parameter ':tag' is of type int, stored as N, and the elements"
						+ " of 'tags' are of type String, stored as S. Make the parameter a String.");
		refuses(TextInNumbers.class,
				"notes(String, String) cannot be served: parameter ':point' is of type String, stored as S, and the"
						+ " elements of 'points' are of type Integer, stored as N. Make the parameter a Integer.");
		refuses(TextInOptional.class,
				"notes(String, int) cannot be served: parameter ':label' is of type int, stored as N, and the"
						+ " elements of 'labels' are of type String, stored as S. Make the parameter a String.");
		refuses(TextInMoods.class,
				"drop(String, String) cannot be served: parameter ':mood' is of type String, stored as S, and the"
						+ " elements of 'moods' are of type Mood, stored as N. Make the parameter a Mood.");
		refuses(NumberInText.class,
				"drop(String, long) cannot be served: parameter ':part' is a long, which is stored as N, and 'text' a"
						+ " String, stored as S. Make the parameter a String.");
	}

	interface NumberInTexts extends Repository<Note, String> {

		@Delete
		@Condition("contains(tags, :tag)")
		void drop(String id, int tag);

	}

	interface TextInNumbers extends Repository<Note, String> {

		@Query(key = "id = :id", filter = "NOT contains(points, :point)")
		List<Note> notes(String id, String point);

	}

	interface TextInOptional extends Repository<Note, String> {

		@Query(key = "id = :id", filter = "contains(labels, :label)")
		List<Note> notes(String id, int label);

	}

	interface TextInMoods extends Repository<Note, String> {

		@Delete
		@Condition("contains(moods, :mood)")
		void drop(String id, String mood);

	}

	interface NumberInText extends Repository<Note, String> {

		@Delete
		@Condition("contains(text, :part)")
		void drop(String id, long part);

	}

	@Test
	void refusesToLookForSeveralAtOnce() {
		refuses(SeveralInTexts.class,
				"drop(String, List) cannot be served: parameter ':tags' holds several values, and contains takes one:"
						+ " the elements of 'tags' are of type String, stored as S. Make the parameter a String.");
	}

	interface SeveralInTexts extends Repository<Note, String> {

		@Delete
		@Condition("contains(tags, :tags)")
		void drop(String id, List<String> tags);

	}

	@Test
	void refusesMembersThatAreStoredAsSomethingElse() {
		refuses(NumbersToTexts.class,
				"change(String, Set) cannot be served: parameter ':tags' holds values of type Integer, stored as N,"
						+ " and the elements of 'tags' are of type String, stored as S. Make the parameter a collection of"
						+ " String.");
		refuses(TextsFromNumbers.class,
				"change(String, String[]) cannot be served: parameter ':points' holds values of type String, stored"
						+ " as S, and the elements of 'points' are of type Integer, stored as N. Make the parameter a collection"
						+ " of Integer.");
		refuses(TextFromNumbers.class,
				"change(String, String) cannot be served: parameter ':point' is of type String, stored as S, and the"
						+ " elements of 'points' are of type Integer, stored as N. Make the parameter a Integer.");
	}

	interface NumbersToTexts extends Repository<Note, String> {

		@Update("ADD tags :tags")
		void change(String id, Set<Integer> tags);

	}

	interface TextsFromNumbers extends Repository<Note, String> {

		@Update("DELETE points :points")
		void change(String id, String... points);

	}

	interface TextFromNumbers extends Repository<Note, String> {

		@Update("DELETE points :point")
		void change(String id, String point);

	}

	@Test
	void refusesToAddOneToASetAndSeveralToANumber() {
		refuses(OneToSet.class,
				"change(String, String) cannot be served: parameter ':tag' is of type String, and ADD takes a"
						+ " collection for a set: the elements of 'tags' are of type String, stored as S. Make the parameter a"
						+ " collection of String.");
		refuses(NumberToSet.class,
				"change(String, int) cannot be served: parameter ':point' is of type int, and ADD takes a collection"
						+ " for a set: the elements of 'points' are of type Integer, stored as N. Make the parameter a"
						+ " collection of Integer.");
		refuses(SeveralToNumber.class,
				"change(String, List) cannot be served: parameter ':counts' holds several values, which ADD takes for"
						+ " a set, and 'count' is of type long, stored as N. Make the parameter a long.");
	}

	interface OneToSet extends Repository<Note, String> {

		@Update("ADD tags :tag")
		void change(String id, String tag);

	}

	interface NumberToSet extends Repository<Note, String> {

		@Update("ADD points :point")
		void change(String id, int point);

	}

	interface SeveralToNumber extends Repository<Note, String> {

		@Update("ADD count :counts")
		void change(String id, List<Long> counts);

	}

	@Test
	void refusesToAppendWhatIsStoredAsSomethingElse() {
		refuses(NumbersToList.class,
				"change(String, List) cannot be served: parameter ':more' holds values of type BigDecimal, stored as"
						+ " N, and the elements of 'log' are of type String, stored as S. Make the parameter a collection of"
						+ " String.");
		refuses(FlagToList.class,
				"change(String, boolean) cannot be served: parameter ':more' is of type boolean, stored as BOOL, and"
						+ " the elements of 'log' are of type String, stored as S. Make the parameter a String.");
	}

	interface NumbersToList extends Repository<Note, String> {

		@Update("SET log = list_append(log, :more)")
		void change(String id, List<BigDecimal> more);

	}

	interface FlagToList extends Repository<Note, String> {

		@Update("SET log = list_append(:more, log)")
		void change(String id, boolean more);

	}

	@Test
	void takesElementsThatAreStoredAlike() {
		takes(StoredAlike.class);
	}

	interface StoredAlike extends Repository<Note, String> {

		@Update("SET log = list_append(log, :status), flags = list_append(:flags, flags) ADD tags :tags, points :points")
		@Condition("contains(tags, :status) AND contains(log, :part) AND contains(text, :part) AND contains(moods, :n)"
				+ " AND contains(points, :n) AND contains(labels, :part) AND contains(flags, :flag)")
		void change(String id, Status status, Collection<Status> tags, List<Long> points, String part, long n,
				Boolean flag, boolean... flags);

		@Update("DELETE tags :tag, points :points, moods :moods ADD count :more")
		void drop(String id, String tag, List<? extends Number> points, Set<Mood> moods, BigDecimal more);

	}

	@Test
	void takesElementsOfWhichTheTypeDoesNotTell() {
		takes(Unknown.class);
	}

	interface Unknown extends Repository<Note, String> {

		@Update("SET log = list_append(log, :any) ADD tags :anys, points :value DELETE anything :numbers")
		@Condition("contains(tags, :any) AND contains(points, :value) AND contains(anything, :n) AND contains(nested, :n)"
				+ " AND contains(nested, :numbers) AND contains(joined, :text) AND contains(byConverter, :n)")
		void change(String id, Object any, List<?> anys, AttributeValue value, int n, Set<Integer> numbers,
				String text);

		@Update("DELETE tags :values ADD points :any")
		@Condition("contains(tags, :objects) AND contains(tags, :tags)")
		void drop(String id, List<AttributeValue> values, Object any, List<Object> objects, Tags tags);

	}

	@Item(pk = "NOTE#{id}", sk = "NOTE")
	record Note(String id, String text, Set<String> tags, Set<Integer> points, List<String> log, long count,
			Optional<Set<String>> labels, Set<Mood> moods, List<Boolean> flags, Set<Object> anything,
			List<List<String>> nested, Tags joined, @ValueConverter(Lines.class) List<String> byConverter) {

	}

	enum Mood {

		GOOD, BAD

	}

	/** A list that is stored as one text. */
	static final class Tags extends java.util.ArrayList<Integer> {

		private static final long serialVersionUID = 1L;

	}

	@WritingConverter
	enum TagsToText implements Converter<Tags, String> {

		INSTANCE;

		@Override
		public String convert(Tags source) {
			return source.toString();
		}

	}

	@WritingConverter
	enum MoodToNumber implements Converter<Mood, Integer> {

		INSTANCE;

		@Override
		public Integer convert(Mood source) {
			return (source == Mood.GOOD) ? 1 : 0;
		}

	}

	static final class Lines implements PropertyValueConverter<List<String>, Set<Integer>, DynamoConversionContext> {

		@Override
		public List<String> read(Set<Integer> value, DynamoConversionContext context) {
			return List.of();
		}

		@Override
		public Set<Integer> write(List<String> value, DynamoConversionContext context) {
			return Set.of();
		}

	}

}
